package id.pkh.registry.facilitator;

import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
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

/** Where facilitators have too many families, and where families have no facilitator. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Facilitators")
@RolesAllowed(RoleSets.PROGRAMME_READERS)
public class StaffingResource {

    private static final String AREA = "Village, or any area above it";

    private final FacilitatorLoads loads;
    private final StaffingQueries queries;

    StaffingResource(FacilitatorLoads loads, StaffingQueries queries) {
        this.loads = loads;
        this.queries = queries;
    }

    @GET
    @Path("/facilitators/loads")
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listFacilitatorLoads",
            summary = "List how many families each facilitator has today")
    @Succeeds(status = 200, meaning = "A page of facilitators who are responsible for villages")
    public Page<LoadView> loads(
            @QueryParam("village") @Parameter(description = AREA) String village,
            @BeanParam PageParams page) {
        return loads.list(village, page);
    }

    @GET
    @Path("/villages/without-facilitator")
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listVillagesWithoutFacilitator",
            summary = "List villages whose families have no facilitator today")
    @Succeeds(status = 200, meaning = "A page of villages of your areas")
    public Page<EmptyVillageView> emptyVillages(
            @QueryParam("village") @Parameter(description = AREA) String village,
            @BeanParam PageParams page) {
        return queries.emptyVillages(village, page);
    }
}
