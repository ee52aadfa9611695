package id.pkh.verification.policy;

import id.pkh.platform.calendar.ClosingCalendarDocument;
import id.pkh.platform.calendar.ClosingCalendarKind;
import id.pkh.platform.policies.EntersPolicy;
import id.pkh.platform.policies.PolicyEntry;
import id.pkh.platform.policies.PolicyVersionResource;
import id.pkh.platform.policies.PolicyVersionView;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refuses;
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
    private final LadderKind ladders;
    private final CommitmentsKind commitments;
    private final ExemptionReasonsKind exemptionReasons;
    private final ClosingCalendarKind calendar;
    private final NoticeKind notices;

    PolicyEntryResource(
            PolicyEntry entry,
            LadderKind ladders,
            CommitmentsKind commitments,
            ExemptionReasonsKind exemptionReasons,
            ClosingCalendarKind calendar,
            NoticeKind notices) {
        this.entry = entry;
        this.ladders = ladders;
        this.commitments = commitments;
        this.exemptionReasons = exemptionReasons;
        this.calendar = calendar;
        this.notices = notices;
    }

    @POST
    @Path("sanction-ladders")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Refuses({"LADDER_CHARGES_FAMILY", "LADDER_NOT_ASCENDING"})
    @Operation(operationId = "enterSanctionLadder", summary = "Enter a version of the ladder")
    @Succeeds(status = 201, meaning = ENTERED)
    public RestResponse<PolicyVersionView> enterLadder(@NotNull @Valid LadderDocument document) {
        return entry.enter(ladders, document);
    }

    @POST
    @Path("commitment-policies")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterCommitmentPolicy",
            summary = "Enter a version of the commitments")
    @Succeeds(status = 201, meaning = ENTERED)
    public RestResponse<PolicyVersionView> enterCommitments(
            @NotNull @Valid CommitmentsDocument document) {
        return entry.enter(commitments, document);
    }

    @POST
    @Path("exemption-reasons")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterExemptionReasons",
            summary = "Enter a version of the reasons of exemptions")
    @Succeeds(status = 201, meaning = ENTERED)
    public RestResponse<PolicyVersionView> enterExemptionReasons(
            @NotNull @Valid ExemptionReasonsDocument document) {
        return entry.enter(exemptionReasons, document);
    }

    @POST
    @Path("quarter-closings")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterQuarterClosingCalendar",
            summary = "Enter a version of when quarters are closed")
    @Succeeds(status = 201, meaning = ENTERED)
    public RestResponse<PolicyVersionView> enterCalendar(
            @NotNull @Valid ClosingCalendarDocument document) {
        return entry.enter(calendar, document);
    }

    @POST
    @Path("notice-policies")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @EntersPolicy
    @Operation(
            operationId = "enterNoticePolicy",
            summary = "Enter a version of the rules of notices and appeals")
    @Succeeds(status = 201, meaning = ENTERED)
    public RestResponse<PolicyVersionView> enterNotices(@NotNull @Valid NoticeDocument document) {
        return entry.enter(notices, document);
    }
}
