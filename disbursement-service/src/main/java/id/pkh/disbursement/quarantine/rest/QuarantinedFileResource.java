package id.pkh.disbursement.quarantine.rest;

import id.pkh.disbursement.bank.rest.BankCaller;
import id.pkh.disbursement.bank.rest.BankCode;
import id.pkh.disbursement.quarantine.QuarantinedFiles;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/quarantined-files")
@Tag(name = "Banks")
@RolesAllowed({RoleSets.MONEY_READERS, Roles.BANK})
public class QuarantinedFileResource {

    private final QuarantinedFiles files;
    private final Caller caller;
    private final BankCaller bankCaller;

    QuarantinedFileResource(QuarantinedFiles files, Caller caller, BankCaller bankCaller) {
        this.files = files;
        this.caller = caller;
        this.bankCaller = bankCaller;
    }

    @GET
    @Refuses({"AREAS_DO_NOT_COVER_PAYMENTS"})
    @Operation(
            operationId = "listQuarantinedFiles",
            summary = "Files without a valid signature, the latest first; a bank sees its own",
            description =
                    "None of them was read, and none changed a payment. The same bytes are accepted"
                            + " with a valid signature.")
    public Page<QuarantinedFileView> list(
            @QueryParam("bank") @CodeForm(BankCode.FORM) String bank, @BeanParam PageParams page) {
        if (!bankCaller.isBank() && !caller.areas().isEverywhere()) {
            throw Refused.because("AREAS_DO_NOT_COVER_PAYMENTS");
        }
        return Page.of(
                files.page(
                        bankCaller.listed(bank),
                        page.cursor().map(cursor -> cursor.uuid(0)).orElse(null),
                        page.limit()),
                page.limit(),
                file -> new Object[] {file.fileId()},
                QuarantinedFileView::of);
    }
}
