package id.pkh.disbursement.cycle.rest;

import id.pkh.disbursement.bank.rest.NationalCaller;
import id.pkh.disbursement.cycle.rest.SealRequests.ProposalRequest;
import id.pkh.disbursement.cycle.rest.SealRequests.SealRequest;
import id.pkh.disbursement.cycle.rest.SealRequests.WithdrawalRequest;
import id.pkh.disbursement.payment.ProposeSeal;
import id.pkh.disbursement.payment.SealCycle;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/cycles/{code}")
@Tag(name = "Cycles")
public class SealResource {

    private static final int MAX_REASON_CHARS = 500;

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
        "SEAL_FIGURES_DIFFER"
    })
    @Operation(
            operationId = "proposeSeal",
            summary = "Propose to freeze the list of a calculated cycle",
            description =
                    "Needs an Idempotency-Key, and the figures of the summary that the officer has "
                            + "read. The response has the hash of the list. A proposal about "
                            + "another list replaces this one, and a calculation ends it.")
    @APIResponse(responseCode = "200", description = "Proposed; an approver seals the list")
    public CycleView propose(@PathParam("code") String code, ProposalRequest request) {
        String officer = caller.subject();
        if (request == null || request.payablePayments() == null || request.payableIdr() == null) {
            throw Refused.because("INVALID_REQUEST");
        }
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
    @APIResponse(responseCode = "200", description = "Withdrawn")
    public CycleView withdraw(@PathParam("code") String code, WithdrawalRequest request) {
        String person = caller.subject();
        if (request == null || request.listSha256() == null) {
            throw Refused.because("INVALID_REQUEST");
        }
        String reason = request.reason();
        if (reason == null || reason.isBlank() || reason.length() > MAX_REASON_CHARS) {
            throw Refused.because("REASON_REQUIRED").with("max_chars", MAX_REASON_CHARS);
        }
        proposeSeal.withdraw(code, request.listSha256(), reason.strip(), person);
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
    @APIResponse(responseCode = "200", description = "The list is frozen")
    public CycleView seal(@PathParam("code") String code, SealRequest request) {
        String approver = caller.subject();
        if (request == null || request.listSha256() == null) {
            throw Refused.because("INVALID_REQUEST");
        }
        sealCycle.handle(code, request.listSha256(), approver);
        return views.of(code);
    }
}
