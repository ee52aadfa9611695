package id.pkh.disbursement.bankkey.rest;

import id.pkh.disbursement.bank.rest.NationalCaller;
import id.pkh.disbursement.bankkey.DecideBankKey;
import id.pkh.disbursement.bankkey.rest.BankKeyRequests.ApprovalRequest;
import id.pkh.disbursement.bankkey.rest.BankKeyRequests.ReasonRequest;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/bank-keys/{keyId}")
@Tag(name = "Banks")
public class BankKeyResource {

    private final DecideBankKey decideBankKey;
    private final NationalCaller caller;

    BankKeyResource(DecideBankKey decideBankKey, NationalCaller caller) {
        this.decideBankKey = decideBankKey;
        this.caller = caller;
    }

    @POST
    @Path("/approval")
    @Idempotent
    @RolesAllowed(Roles.MINISTRY_APPROVER)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "BANK_KEY_DIFFERS",
        "BANK_KEY_NOT_WAITING",
        "BANK_KEY_SAME_PERSON"
    })
    @Operation(
            operationId = "approveBankKey",
            summary = "Approve the key of a bank by its fingerprint",
            description =
                    "Needs an Idempotency-Key, and another person than the one who recorded it, who"
                            + " asks the bank for the fingerprint in another way.")
    @Succeeds(status = 200, meaning = "It counts on its days")
    public BankKeyView approve(
            @PathParam("keyId") UUID keyId, @NotNull @Valid ApprovalRequest request) {
        String approver = caller.subject();
        return BankKeyView.of(decideBankKey.approve(keyId, request.fingerprint(), approver));
    }

    @POST
    @Path("/refusal")
    @Idempotent
    @RolesAllowed(RoleSets.MINISTRY)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "BANK_KEY_NOT_WAITING",
        "REASON_REQUIRED",
        "TEXT_HAS_CONTROL_CHARACTER",
        "TEXT_HAS_LONG_NUMBER"
    })
    @Operation(
            operationId = "refuseBankKey",
            summary = "Refuse or take back the record of a key that was not approved",
            description = "Needs an Idempotency-Key and a reason.")
    @Succeeds(status = 200, meaning = "Refused; the key can be recorded again")
    public BankKeyView refuse(
            @PathParam("keyId") UUID keyId, @NotNull @Valid ReasonRequest request) {
        String person = caller.subject();
        return BankKeyView.of(decideBankKey.refuse(keyId, new Reason(request.reason()), person));
    }

    @POST
    @Path("/withdrawal")
    @Idempotent
    @RolesAllowed(RoleSets.MINISTRY)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "BANK_KEY_NOT_IN_FORCE",
        "REASON_REQUIRED",
        "TEXT_HAS_CONTROL_CHARACTER",
        "TEXT_HAS_LONG_NUMBER"
    })
    @Operation(
            operationId = "withdrawBankKey",
            summary = "Withdraw an approved key, at once and permanently",
            description =
                    "Needs an Idempotency-Key and a reason. One person is enough, because it opens"
                            + " nothing: the bank still has to sign, with another key.")
    @Succeeds(status = 200, meaning = "What the key signs goes into quarantine from now on")
    public BankKeyView withdraw(
            @PathParam("keyId") UUID keyId, @NotNull @Valid ReasonRequest request) {
        String person = caller.subject();
        return BankKeyView.of(decideBankKey.withdraw(keyId, new Reason(request.reason()), person));
    }
}
