package id.pkh.disbursement.cycle.rest;

import id.pkh.disbursement.bank.rest.NationalCaller;
import id.pkh.disbursement.cycle.rest.SealRequests.ProposalRequest;
import id.pkh.disbursement.cycle.rest.SealRequests.SealRequest;
import id.pkh.disbursement.cycle.rest.SealRequests.WithdrawalRequest;
import id.pkh.disbursement.payment.ProposeSeal;
import id.pkh.disbursement.payment.SealCycle;
import id.pkh.disbursement.reason.Reason;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/cycles/{code}")
@Tag(name = "Cycles")
public class SealResource {

    private final ProposeSeal proposeSeal;
    private final SealCycle sealCycle;
    private final CycleViews views;
    private final NationalCaller caller;

    SealResource(
            ProposeSeal proposeSeal, SealCycle sealCycle, CycleViews views, NationalCaller caller) {
        this.proposeSeal = proposeSeal;
        this.sealCycle = sealCycle;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @Path("/seal-proposal")
    @Idempotent
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "CYCLE_ALREADY_SEALED",
        "CYCLE_NOT_CALCULATED",
        "CYCLE_PAYS_TWICE",
        "CYCLE_WITHOUT_RATES",
        "QUARTER_NOT_CLOSED",
        "SEAL_FIGURES_DIFFER"
    })
    @Operation(
            operationId = "proposeSeal",
            summary = "Propose to freeze the list of a calculated cycle",
            description =
                    "Needs an Idempotency-Key, and the figures of the summary that the officer has "
                            + "read. The response has the hash of the list. A proposal about "
                            + "another list replaces this one, and a calculation ends it.")
    @Succeeds(status = 200, meaning = "Proposed; an approver seals the list")
    public CycleView propose(
            @PathParam("code") String code, @NotNull @Valid ProposalRequest request) {
        String officer = caller.subject();
        proposeSeal.propose(code, request.payablePayments(), request.payableIdr(), officer);
        return views.of(code);
    }

    @POST
    @Path("/seal-proposal/withdrawal")
    @Idempotent
    @RolesAllowed(RoleSets.MINISTRY)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "REASON_REQUIRED",
        "SEAL_HASH_DIFFERS",
        "SEAL_NOT_PROPOSED",
        "TEXT_HAS_CONTROL_CHARACTER",
        "TEXT_HAS_LONG_NUMBER"
    })
    @Operation(
            operationId = "withdrawSealProposal",
            summary = "Withdraw or turn down the proposal to freeze a list",
            description = "Needs an Idempotency-Key, and the hash of the proposed list.")
    @Succeeds(status = 200, meaning = "Withdrawn")
    public CycleView withdraw(
            @PathParam("code") String code, @NotNull @Valid WithdrawalRequest request) {
        String person = caller.subject();
        proposeSeal.withdraw(code, request.listSha256(), new Reason(request.reason()), person);
        return views.of(code);
    }

    @POST
    @Path("/seal")
    @Idempotent
    @RolesAllowed(Roles.MINISTRY_APPROVER)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "CYCLE_ALREADY_SEALED",
        "CYCLE_NOT_CALCULATED",
        "CYCLE_PAYS_TWICE",
        "CYCLE_WITHOUT_RATES",
        "QUARTER_NOT_CLOSED",
        "QUARTER_WAIVED_BY_SAME_PERSON",
        "SEAL_HASH_DIFFERS",
        "SEAL_LIST_CHANGED",
        "SEAL_NOT_PROPOSED",
        "SEAL_SAME_PERSON"
    })
    @Operation(
            operationId = "sealCycle",
            summary = "Freeze the list that another person has proposed",
            description =
                    "Needs an Idempotency-Key, and the hash of the proposed list. From then on the"
                            + " payments of the cycle do not change; a held payment is compensated "
                            + "when its decision is lifted. Neither of the two persons may approve "
                            + "a batch of the cycle.")
    @Succeeds(status = 200, meaning = "The list is frozen")
    public CycleView seal(@PathParam("code") String code, @NotNull @Valid SealRequest request) {
        String approver = caller.subject();
        sealCycle.handle(code, request.listSha256(), approver);
        return views.of(code);
    }
}
