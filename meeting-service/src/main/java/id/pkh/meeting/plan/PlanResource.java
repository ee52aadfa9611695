package id.pkh.meeting.plan;

import id.pkh.meeting.plan.PlanByHand.Planned;
import id.pkh.meeting.plan.PlanList.Filter;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** What facilitators plan to do. */
@Tag(name = "Plan", description = "Planned meetings, sessions, visits and days")
@Path("/api/v1/plan")
public class PlanResource {

    private static final String KIND =
            "^(GROUP_MEETING|P2K2|WITHDRAWAL_DAY|SCHOOL_VISIT|CLINIC_VISIT|HOME_VISIT|REPORT_DAY)$";
    private static final String GROUP = "^\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}-\\d{2}$";

    private final PlanList list;
    private final PlanByHand planByHand;
    private final ChangePlan changePlan;
    private final CancelPlan cancelPlan;
    private final CompletePlan completePlan;
    private final Caller caller;

    PlanResource(
            PlanList list,
            PlanByHand planByHand,
            ChangePlan changePlan,
            CancelPlan cancelPlan,
            CompletePlan completePlan,
            Caller caller) {
        this.list = list;
        this.planByHand = planByHand;
        this.changePlan = changePlan;
        this.cancelPlan = cancelPlan;
        this.completePlan = completePlan;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Refuses({"AREA_CODE_INVALID", "PLAN_RANGE_INVALID"})
    @Operation(operationId = "listPlan", summary = "What is planned, day by day")
    public Page<PlanItemView> list(
            @QueryParam("from") @Parameter(description = "First day; today when it is left out")
                    LocalDate from,
            @QueryParam("to")
                    @Parameter(description = "Last day; a month behind the first if left out")
                    LocalDate to,
            @QueryParam("village") @Parameter(description = "Village, or any area above it")
                    String village,
            @QueryParam("kind") @CodeForm(KIND) String kind,
            @QueryParam("group") @CodeForm(GROUP) String group,
            @BeanParam PageParams page) {
        return list.page(new Filter(from, to, village, kind, group), caller.areas(), page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Operation(operationId = "getPlanItem", summary = "Something planned, with all its versions")
    public PlanItemDetailView one(@PathParam("id") UUID id) {
        return list.detail(id, caller.areas());
    }

    @POST
    @Path("/home-visits")
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({"NOT_FOUND", "PLAN_DAY_PAST", "PLAN_DAY_TOO_FAR", "PLAN_OVERLAPS", "PURPOSE_UNKNOWN"})
    @Succeeds(status = 201, meaning = "The visit is planned")
    @Succeeds(status = 200, meaning = "A visit to the family on that day was planned before")
    @Operation(operationId = "planHomeVisit", summary = "Plans a visit to a family")
    public RestResponse<PlanItemDetailView> homeVisit(@NotNull @Valid HomeVisitRequest request) {
        Planned planned = planByHand.homeVisit(request, caller.areas(), caller.subject());
        return answer(planned.isNew(), planned.itemId());
    }

    @POST
    @Path("/withdrawal-days")
    @RolesAllowed({Roles.COORDINATOR, Roles.DATA_ADMINISTRATOR})
    @Refuses({
        "AREA_WITHOUT_GROUPS",
        "NOT_FOUND",
        "PLAN_AREA_TOO_LARGE",
        "PLAN_DAY_PAST",
        "PLAN_DAY_TOO_FAR"
    })
    @Succeeds(status = 201, meaning = "The groups that had no such day have one")
    @Operation(
            operationId = "planWithdrawalDay",
            summary = "Plans the day on which the groups of an area withdraw their money")
    public RestResponse<WithdrawalDayView> withdrawalDay(
            @NotNull @Valid WithdrawalDayRequest request) {
        int planned = planByHand.withdrawalDay(request, caller.areas(), caller.subject());
        return ResponseBuilder.create(
                        Status.CREATED,
                        new WithdrawalDayView(request.areaCode(), request.plannedFor(), planned))
                .build();
    }

    @POST
    @Path("/{id}/changes")
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({
        "PLAN_CHANGED",
        "PLAN_DAY_PAST",
        "PLAN_DAY_TOO_FAR",
        "PLAN_ITEM_DONE",
        "PLAN_ITEM_PAST",
        "PLAN_OUTSIDE_PERIOD",
        "PLAN_OVERLAPS"
    })
    @Succeeds(status = 201, meaning = "The plan was changed")
    @Succeeds(status = 200, meaning = "It is planned like this already")
    @Operation(
            operationId = "changePlan",
            summary = "Moves something planned to another day, hour or place, or plans it again")
    public RestResponse<PlanItemDetailView> change(
            @PathParam("id") UUID id, @NotNull @Valid PlanChangeRequest request) {
        return answer(changePlan.handle(id, request, caller.areas(), caller.subject()), id);
    }

    @POST
    @Path("/{id}/cancellation")
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({"PLAN_CHANGED", "PLAN_ITEM_DONE", "PLAN_ITEM_PAST"})
    @Operation(operationId = "cancelPlan", summary = "Takes something off the plan")
    public PlanItemDetailView cancel(
            @PathParam("id") UUID id, @NotNull @Valid PlanCancellationRequest request) {
        cancelPlan.handle(id, request, caller.areas(), caller.subject());
        return one(id);
    }

    @POST
    @Path("/{id}/completion")
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({"DATE_IN_FUTURE", "PLAN_DONE_BY_RECORD", "PLAN_OUTSIDE_PERIOD"})
    @Operation(
            operationId = "completePlan",
            summary = "Records that a visit, a report or a withdrawal day took place")
    public PlanItemDetailView complete(
            @PathParam("id") UUID id, @NotNull @Valid PlanCompletionRequest request) {
        completePlan.handle(id, request.doneOn(), caller.areas(), caller.subject());
        return one(id);
    }

    private RestResponse<PlanItemDetailView> answer(boolean isNew, UUID id) {
        return ResponseBuilder.create(isNew ? Status.CREATED : Status.OK, one(id)).build();
    }
}
