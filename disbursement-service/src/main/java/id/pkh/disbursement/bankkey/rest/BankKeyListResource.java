package id.pkh.disbursement.bankkey.rest;

import id.pkh.disbursement.bank.rest.BankCaller;
import id.pkh.disbursement.bank.rest.BankCode;
import id.pkh.disbursement.bank.rest.NationalCaller;
import id.pkh.disbursement.bankkey.BankKeys;
import id.pkh.disbursement.bankkey.RecordBankKey;
import id.pkh.disbursement.bankkey.rest.BankKeyRequests.RecordRequest;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/bank-keys")
@Tag(name = "Banks")
public class BankKeyListResource {

    private final BankKeys keys;
    private final RecordBankKey recordBankKey;
    private final Caller caller;
    private final BankCaller bankCaller;
    private final NationalCaller nationalCaller;

    BankKeyListResource(
            BankKeys keys,
            RecordBankKey recordBankKey,
            Caller caller,
            BankCaller bankCaller,
            NationalCaller nationalCaller) {
        this.keys = keys;
        this.recordBankKey = recordBankKey;
        this.caller = caller;
        this.bankCaller = bankCaller;
        this.nationalCaller = nationalCaller;
    }

    @GET
    @RolesAllowed({RoleSets.MONEY_READERS, Roles.BANK})
    @Refuses({"AREAS_DO_NOT_COVER_PAYMENTS"})
    @Operation(
            operationId = "listBankKeys",
            summary = "Keys of the banks in the order of their records; a bank sees its own",
            description =
                    "Also those that were refused or withdrawn, and those whose days have passed.")
    public Page<BankKeyView> list(
            @QueryParam("bank") @CodeForm(BankCode.FORM) String bank, @BeanParam PageParams page) {
        if (!bankCaller.isBank() && !caller.areas().isEverywhere()) {
            throw Refused.because("AREAS_DO_NOT_COVER_PAYMENTS");
        }
        return Page.of(
                keys.page(
                        bankCaller.listed(bank),
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                        page.limit()),
                page.limit(),
                key -> new Object[] {key.keyId()},
                BankKeyView::of);
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "BANK_CODE_UNKNOWN",
        "BANK_KEY_ALREADY_RECORDED",
        "BANK_KEY_DAYS_INVALID",
        "BANK_KEY_KIND_UNKNOWN",
        "BANK_KEY_UNFIT",
        "BANK_KEY_UNREADABLE"
    })
    @Operation(
            operationId = "recordBankKey",
            summary = "Record a certificate or public key with which a bank signs its files",
            description =
                    "Needs an Idempotency-Key. It counts on its days when another person has"
                            + " approved it. From the first day of its first key on, a bank has to"
                            + " sign every file, permanently.")
    @Succeeds(status = 201, meaning = "Recorded; an approver approves it")
    public RestResponse<BankKeyView> record(@NotNull @Valid RecordRequest request) {
        String officer = nationalCaller.subject();
        return RestResponse.status(
                RestResponse.Status.CREATED,
                BankKeyView.of(recordBankKey.handle(request.newKey(), officer)));
    }
}
