package id.pkh.registry.graduation;

import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.registry.graduation.GraduationViews.ReadinessView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Families that may be ready to leave. */
@Path("/api/v1/graduation-readiness")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Graduation")
public class GraduationReadinessResource {

    private final GraduationQueries queries;

    GraduationReadinessResource(GraduationQueries queries) {
        this.queries = queries;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listGraduationReadiness",
            summary = "List families that may be ready to leave, and why",
            description = "Computed when it is read. Nothing follows from it by itself.")
    @Succeeds(status = 200, meaning = "A page of families of your areas")
    public Page<ReadinessView> ready(
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @BeanParam PageParams page) {
        return queries.ready(village, page);
    }
}
