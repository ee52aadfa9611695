package id.pkh.meeting.policy;

import id.pkh.platform.calendar.ClosingCalendarDocument;
import id.pkh.platform.calendar.ClosingCalendarKind;
import id.pkh.platform.policies.EntersPolicy;
import id.pkh.platform.policies.PolicyEntry;
import id.pkh.platform.policies.PolicyVersionResource;
import id.pkh.platform.policies.PolicyVersionView;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Enters policies, one form for each kind. */
@Path(PolicyVersionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Policy versions")
public class PolicyEntryResource {

    static final String CODE = "[A-Z0-9][A-Z0-9._-]{0,39}";
    static final int MAX_TEXT_CHARS = 500;

    private static final String ENTERED = "Entered; another person approves it";

    private final PolicyEntry entry;
    private final DutyKind duty;
    private final NotHeldReasonsKind reasons;
    private final ClosingCalendarKind calendar;

    PolicyEntryResource(
            PolicyEntry entry,
            DutyKind duty,
            NotHeldReasonsKind reasons,
            ClosingCalendarKind calendar) {
        this.entry = entry;
        this.duty = duty;
        this.reasons = reasons;
        this.calendar = calendar;
    }

    @POST
    @Path("duty-escalations")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterDutyEscalation",
            summary = "Enter a version of the escalation of lapses")
    @Succeeds(status = 201, meaning = ENTERED)
    public RestResponse<PolicyVersionView> enterDuty(@NotNull @Valid DutyDocument document) {
        return entry.enter(duty, document);
    }

    @POST
    @Path("not-held-reasons")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterNotHeldReasons",
            summary = "Enter a version of the reasons why meetings are not held")
    @Succeeds(status = 201, meaning = ENTERED)
    public RestResponse<PolicyVersionView> enterReasons(
            @NotNull @Valid NotHeldReasonsDocument document) {
        return entry.enter(reasons, document);
    }

    @POST
    @Path("month-closings")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterMonthClosingCalendar",
            summary = "Enter a version of when months are closed")
    @Succeeds(status = 201, meaning = ENTERED)
    public RestResponse<PolicyVersionView> enterCalendar(
            @NotNull @Valid ClosingCalendarDocument document) {
        return entry.enter(calendar, document);
    }
}
