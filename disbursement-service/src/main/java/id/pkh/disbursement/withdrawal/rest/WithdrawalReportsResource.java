package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.withdrawal.RecordWithdrawals;
import id.pkh.disbursement.withdrawal.Reporter;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many reports at once. */
@Path("/api/v1/withdrawal-reports")
@Tag(name = "Withdrawals")
public class WithdrawalReportsResource {

    private final RecordWithdrawals recordWithdrawals;
    private final Caller caller;

    WithdrawalReportsResource(RecordWithdrawals recordWithdrawals, Caller caller) {
        this.recordWithdrawals = recordWithdrawals;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({"PAYMENT_KEY_INVALID", "TEXT_HAS_CONTROL_CHARACTER", "TEXT_HAS_LONG_NUMBER"})
    @Operation(
            operationId = "reportWithdrawals",
            summary = "Report up to 100 withdrawals",
            description =
                    "Each report is recorded or refused by itself; the response has the outcome of"
                            + " each.")
    @Succeeds(status = 200, meaning = "The outcome of each report")
    public WithdrawalReportOutcomes report(@NotNull @Valid WithdrawalReportsRequest request) {
        return WithdrawalReportOutcomes.of(
                recordWithdrawals.handle(
                        request.reports().stream()
                                .map(WithdrawalReportsRequest.Item::stated)
                                .toList(),
                        new Reporter(caller.subject(), caller.areas())));
    }
}
