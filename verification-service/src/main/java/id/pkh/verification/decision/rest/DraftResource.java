package id.pkh.verification.decision.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import id.pkh.verification.decision.ConfirmDraft;
import id.pkh.verification.decision.DecisionDraft;
import id.pkh.verification.decision.Drafts;
import id.pkh.verification.decision.PrepareDraft;
import id.pkh.verification.decision.WithdrawDraft;
import id.pkh.verification.decision.domain.DraftStatus;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Decisions as one officer prepares them and another confirms them. */
@Path("/api/v1/decision-drafts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
public class DraftResource {

    private final Drafts drafts;
    private final PrepareDraft prepare;
    private final ConfirmDraft confirm;
    private final WithdrawDraft withdraw;
    private final Caller caller;

    DraftResource(
            Drafts drafts,
            PrepareDraft prepare,
            ConfirmDraft confirm,
            WithdrawDraft withdraw,
            Caller caller) {
        this.drafts = drafts;
        this.prepare = prepare;
        this.confirm = confirm;
        this.withdraw = withdraw;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({RoleSets.MINISTRY, Roles.AUDITOR})
    @Operation(
            operationId = "listDecisionDrafts",
            summary = "Drafts whose families all live in the caller's areas, oldest first",
            description = "With status=OPEN: what waits for a second person.")
    public Page<DraftSummaryView> list(
            @QueryParam("status") DraftStatus status, @BeanParam PageParams page) {
        List<DecisionDraft> found =
                drafts.list(
                        status,
                        caller.areas(),
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                        page.limit() + 1);
        Map<UUID, Integer> counts =
                drafts.counts(found.stream().map(DecisionDraft::draftId).toList());
        return Page.of(
                found,
                page.limit(),
                draft -> new Object[] {draft.draftId()},
                draft -> DraftSummaryView.of(draft, counts.getOrDefault(draft.draftId(), 0)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({RoleSets.MINISTRY, Roles.AUDITOR})
    @Operation(operationId = "getDecisionDraft", summary = "One draft with its items")
    public DraftView get(@PathParam("id") UUID id) {
        return drafts.find(id, caller.areas())
                .map(DraftView::of)
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({
        "ALREADY_DECIDED",
        "ALREADY_PREPARED",
        "APPEAL_OPEN",
        "DECISION_DOES_NOT_FIT",
        "DRAFT_SIZE_INVALID",
        "EFFECT_DOES_NOT_FIT",
        "ITEM_TWICE",
        "NOT_FOUND",
        "PROPOSAL_WITHDRAWN",
        "REASON_UNKNOWN",
        "STATUS_DOES_NOT_FIT",
        "STEP_NOT_A_PROPOSAL",
        "STEP_WITHDRAWN"
    })
    @Succeeds(status = 201, meaning = "The draft waits for a second officer")
    @Operation(
            operationId = "prepareDecisions",
            summary = "Prepare decisions on steps and proposals",
            description =
                    "SUSPEND with HOLD or FORFEIT, the other measures with no effect, or DISMISS. Nothing happens until"
                            + " another officer confirms the draft.")
    public RestResponse<DraftView> prepare(@NotNull @Valid DraftRequest request) {
        DecisionDraft draft =
                prepare.handle(
                        new PrepareDraft.Command(
                                request.stepIds(),
                                request.proposalIds(),
                                request.measure(),
                                request.effectOrNone(),
                                request.reasonCode(),
                                request.note(),
                                caller.subject(),
                                caller.areas()));
        return ResponseBuilder.<DraftView>created(
                        URI.create("/api/v1/decision-drafts/" + draft.draftId()))
                .entity(DraftView.of(draft))
                .build();
    }

    @POST
    @Path("/{id}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({
        "DECISION_BY_WITNESS",
        "DECISION_SAME_PERSON",
        "DRAFT_CLOSED",
        "DRAFT_HASH_DIFFERS",
        "EXCLUSION_UNKNOWN"
    })
    @Operation(
            operationId = "confirmDecisions",
            summary = "Confirm a draft",
            description =
                    "By another officer than the one who prepared it, and by none who recorded the evidence or the"
                            + " proposal. What cannot be decided any more is left out with its code; the rest is decided.")
    public DraftView confirm(
            @PathParam("id") UUID id, @NotNull @Valid DraftConfirmationRequest request) {
        return DraftView.of(
                confirm.handle(
                        new ConfirmDraft.Command(
                                id,
                                request.hash(),
                                request.reasons(),
                                caller.subject(),
                                caller.areas())));
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({"DRAFT_CLOSED"})
    @Operation(
            operationId = "withdrawDecisionDraft",
            summary = "Withdraw or reject a draft",
            description = "Its steps and proposals can be put into another one.")
    public DraftView withdraw(@PathParam("id") UUID id) {
        return DraftView.of(withdraw.handle(id, caller.subject(), caller.areas()));
    }
}
