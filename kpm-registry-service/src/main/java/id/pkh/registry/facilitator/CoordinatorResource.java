package id.pkh.registry.facilitator;

import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Coordinators of sub-districts, and sub-districts that need one. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Facilitators")
@RolesAllowed(RoleSets.PROGRAMME_READERS)
public class CoordinatorResource {

    private static final String AREA = "Sub-district, or any area above it";

    private final AppointCoordinator appointCoordinator;
    private final StaffingQueries queries;

    CoordinatorResource(AppointCoordinator appointCoordinator, StaffingQueries queries) {
        this.appointCoordinator = appointCoordinator;
        this.queries = queries;
    }

    @GET
    @Path("/coordinators")
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(operationId = "listCoordinators", summary = "List coordinators of sub-districts")
    @Succeeds(status = 200, meaning = "A page of coordinators of your areas")
    public Page<CoordinatorView> list(
            @QueryParam("area") @Parameter(description = AREA) String area,
            @QueryParam("on") @Parameter(description = "Only those who are in charge on that day")
                    LocalDate on,
            @BeanParam PageParams page) {
        return queries.coordinators(area, on, page);
    }

    @POST
    @Path("/coordinators")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({
        "AREA_UNKNOWN",
        "COORDINATOR_OVERLAPS",
        "COORDINATOR_WORKS_ELSEWHERE",
        "DATE_RANGE_INVALID",
        "FACILITATOR_UNKNOWN"
    })
    @Operation(
            operationId = "appointCoordinator",
            summary = "Make one of the facilitators the coordinator of a sub-district")
    @Succeeds(status = 201, meaning = "The coordinator")
    public RestResponse<CoordinatorView> appoint(@NotNull @Valid CoordinatorRequest request) {
        return RestResponse.status(
                RestResponse.Status.CREATED, appointCoordinator.appoint(request));
    }

    @POST
    @Path("/coordinators/{id}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DATA_ADMINISTRATOR)
    @Refuses({"COORDINATOR_ENDED", "DATE_RANGE_INVALID"})
    @Operation(operationId = "endCoordinator", summary = "End a coordinator")
    @Succeeds(status = 200, meaning = "The coordinator, with the last day")
    public CoordinatorView end(
            @PathParam("id") UUID id, @NotNull @Valid EndCoordinatorRequest request) {
        return appointCoordinator.end(id, request.lastDay());
    }

    @GET
    @Path("/sub-districts/without-coordinator")
    @Refuses({"AREA_CODE_INVALID"})
    @Operation(
            operationId = "listSubDistrictsWithoutCoordinator",
            summary = "List sub-districts with several facilitators and no coordinator today")
    @Succeeds(status = 200, meaning = "A page of sub-districts of your areas")
    public Page<UncoordinatedView> uncoordinated(
            @QueryParam("area") @Parameter(description = AREA) String area,
            @BeanParam PageParams page) {
        return queries.uncoordinated(area, page);
    }
}
