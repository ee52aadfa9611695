package id.pkh.registry.facilitator;

import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Language;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.platform.work.WorkItemView;
import id.pkh.registry.facilitator.domain.HandoverDays;
import id.pkh.registry.facilitator.domain.HandoverState;
import id.pkh.registry.intake.RequestErrors;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Hand-overs of villages, planned and announced before they happen. */
@Path("/api/v1/handovers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hand-overs")
@RolesAllowed(RoleSets.PROGRAMME_READERS)
public class HandoverResource {

    private final PlanHandovers planHandovers;
    private final CancelHandover cancelHandover;
    private final ReceiveHandover receiveHandover;
    private final HandoverQueries queries;
    private final KeepHandoverCases keepCases;

    HandoverResource(
            PlanHandovers planHandovers,
            CancelHandover cancelHandover,
            ReceiveHandover receiveHandover,
            HandoverQueries queries,
            KeepHandoverCases keepCases) {
        this.planHandovers = planHandovers;
        this.cancelHandover = cancelHandover;
        this.receiveHandover = receiveHandover;
        this.queries = queries;
        this.keepCases = keepCases;
    }

    @GET
    @Refuses({"AREA_CODE_INVALID", "HANDOVER_STATE_UNKNOWN"})
    @Operation(operationId = "listHandovers", summary = "List hand-overs, the oldest plan first")
    @Succeeds(status = 200, meaning = "A page of hand-overs of your areas")
    public Page<HandoverView> list(
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @QueryParam("facilitator_id") @Parameter(description = "Who hands over, or takes over")
                    UUID facilitatorId,
            @QueryParam("state") @Parameter(schema = @Schema(implementation = HandoverState.class))
                    String state,
            @BeanParam PageParams page) {
        return queries.list(new HandoverQueries.Filter(village, facilitatorId, read(state)), page);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COORDINATOR, Roles.DATA_ADMINISTRATOR})
    @Refuses({
        "ASSIGNMENT_HANDED_OVER",
        "ASSIGNMENT_OUTSIDE_APPOINTMENT",
        "ASSIGNMENT_OVERLAPS",
        "EXPLANATION_MISSING",
        "FACILITATOR_UNKNOWN",
        "HANDOVER_IN_THE_PAST",
        "NOBODY_ON_DUTY",
        HandoverDays.NOTICE_AFTER_HAND_OVER,
        HandoverDays.NOTICE_IN_FUTURE,
        "NOTICE_TOO_SHORT",
        "NO_VILLAGE_TO_HAND_OVER",
        "OVERLAP_MISSING",
        "PREDECESSOR_CHANGED",
        "SUCCESSOR_IS_SAME",
        "SUCCESSOR_NOT_APPOINTED",
        FreeTextRule.HAS_CONTROL_CHARACTER,
        FreeTextRule.HAS_LONG_NUMBER,
        "VILLAGE_UNKNOWN"
    })
    @Operation(
            operationId = "planHandover",
            summary = "Plan the hand-over of villages to a successor",
            description =
                    "The plan is the notice, unless the families were notified on paper before:"
                            + " predecessor, successor, chairs and families are notified with it. All villages are handed over, or none.")
    @Succeeds(status = 201, meaning = "The hand-over of each village")
    public RestResponse<HandoverPlanView> plan(@NotNull @Valid HandoverRequest request) {
        HandoverPlanView plan = queries.plan(planHandovers.handle(request));
        keepCases.handle(plan.handovers());
        return RestResponse.status(RestResponse.Status.CREATED, plan);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getHandover", summary = "Show one hand-over")
    @Succeeds(status = 200, meaning = "The hand-over")
    public HandoverView one(@PathParam("id") UUID id) {
        return queries.one(id);
    }

    @GET
    @Path("/{id}/open-cases")
    @Operation(
            operationId = "listOpenCasesOfHandover",
            summary = "List the open cases of the village, the oldest first",
            description =
                    "Those of the registry. `/handovers/{id}/cases` has those of all services.")
    @Succeeds(status = 200, meaning = "A page of open cases")
    public Page<WorkItemView> openCases(
            @PathParam("id") UUID id, @BeanParam PageParams page, @Context HttpHeaders headers) {
        return queries.openCases(id, page, Language.of(headers));
    }

    @POST
    @Path("/{id}/cancellation")
    @RolesAllowed({Roles.COORDINATOR, Roles.DATA_ADMINISTRATOR})
    @Refuses({"ASSIGNMENT_HANDED_OVER", "HANDOVER_NOT_PLANNED"})
    @Operation(
            operationId = "cancelHandover",
            summary = "Call a hand-over off before its first day",
            description = "Everyone who was notified of it is notified that it does not happen.")
    @Succeeds(status = 200, meaning = "The hand-over, which is cancelled")
    public HandoverView cancel(@PathParam("id") UUID id) {
        return cancelHandover.handle(id);
    }

    @POST
    @Path("/{id}/receipt")
    @RolesAllowed(Roles.FACILITATOR)
    @Refuses({"HANDOVER_CANCELLED", "HANDOVER_NOT_YOURS"})
    @Operation(
            operationId = "confirmHandoverReceipt",
            summary = "Confirm, as the successor, that you have the open cases")
    @Succeeds(status = 200, meaning = "The hand-over, which is received")
    public HandoverView receive(@PathParam("id") UUID id) {
        HandoverView received = receiveHandover.handle(id);
        keepCases.handle(List.of(received));
        return received;
    }

    private static HandoverState read(String code) {
        return code == null
                ? null
                : Stream.of(HandoverState.values())
                        .filter(state -> state.name().equals(code))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        RequestErrors.refused(
                                                "HANDOVER_STATE_UNKNOWN",
                                                "state",
                                                "PLANNED, IN_OVERLAP, DONE, CANCELLED"));
    }
}
