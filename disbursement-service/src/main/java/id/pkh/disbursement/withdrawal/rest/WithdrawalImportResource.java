package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.withdrawal.Reporter;
import id.pkh.disbursement.withdrawal.file.ImportWithdrawals;
import id.pkh.platform.files.FileAnswers;
import id.pkh.platform.files.FileResultView;
import id.pkh.platform.files.ReceivesFile;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Reconciliation forms, as CSV or XLSX in the request body. */
@Path("/api/v1/imports/withdrawals")
@Tag(name = "Withdrawals")
public class WithdrawalImportResource {

    private final ImportWithdrawals importWithdrawals;
    private final FileAnswers answers;
    private final Caller caller;

    WithdrawalImportResource(
            ImportWithdrawals importWithdrawals, FileAnswers answers, Caller caller) {
        this.importWithdrawals = importWithdrawals;
        this.answers = answers;
        this.caller = caller;
    }

    @POST
    @ReceivesFile
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({"FILE_NOT_A_WITHDRAWAL_FORM"})
    @Operation(
            operationId = "importWithdrawals",
            summary = "Record the reports of a reconciliation form (CSV or XLSX)")
    public RestResponse<FileResultView> receive(
            InputStream body, @QueryParam("filename") String filename) {
        Reporter reporter = new Reporter(caller.subject(), caller.areas());
        return answers.to(body, filename, upload -> importWithdrawals.handle(upload, reporter));
    }
}
