package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.withdrawal.PaymentKey;
import id.pkh.disbursement.withdrawal.RecordWithdrawals;
import id.pkh.disbursement.withdrawal.ReportOutcome;
import id.pkh.disbursement.withdrawal.Reporter;
import id.pkh.disbursement.withdrawal.WithdrawalReports;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/api/v1/payments/{paymentId}/withdrawal-reports")
@Tag(name = "Withdrawals", description = "What the field reports after a payment")
public class WithdrawalReportResource {

    private final RecordWithdrawals recordWithdrawals;
    private final WithdrawalReports reports;
    private final VisiblePayments payments;
    private final Caller caller;

    WithdrawalReportResource(
            RecordWithdrawals recordWithdrawals,
            WithdrawalReports reports,
            VisiblePayments payments,
            Caller caller) {
        this.recordWithdrawals = recordWithdrawals;
        this.reports = reports;
        this.payments = payments;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({
        "PAYMENT_NOT_SENT",
        "TEXT_HAS_CONTROL_CHARACTER",
        "TEXT_HAS_LONG_NUMBER",
        "WITHDRAWAL_ALREADY_REPORTED",
        "WITHDRAWAL_DAY_INVALID",
        "WITHDRAWAL_INCOMPLETE",
        "WITHDRAWAL_NOT_REPORTED",
        "WITHDRAWAL_REASON_UNKNOWN",
        "WITHDRAWAL_REVISION_DIFFERS"
    })
    @Operation(
            operationId = "reportWithdrawal",
            summary = "Report whether a family withdrew a payment",
            description =
                    "A later report supersedes the former, which stays. A report that contradicts"
                            + " the bank is recorded, and becomes a finding.")
    @Succeeds(status = 201, meaning = "The report was recorded")
    @Succeeds(status = 200, meaning = "The same was reported before")
    public RestResponse<WithdrawalReportView> report(
            @PathParam("paymentId") UUID paymentId,
            @NotNull @Valid WithdrawalReportRequest request) {
        ReportOutcome outcome =
                recordWithdrawals
                        .handle(
                                List.of(request.about(PaymentKey.of(paymentId))),
                                new Reporter(caller.subject(), caller.areas()))
                        .get(0);
        if (outcome.isRefused()) {
            throw outcome.refusal();
        }
        return ResponseBuilder.create(
                        outcome.isRecorded() ? Status.CREATED : Status.OK,
                        WithdrawalReportView.of(
                                reports.revisions(paymentId, outcome.revision() + 1, 1).get(0)))
                .build();
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(
            operationId = "listWithdrawalReports",
            summary = "Everything that was reported about a payment, the latest first")
    public Page<WithdrawalReportView> list(
            @PathParam("paymentId") UUID paymentId, @BeanParam PageParams page) {
        payments.require(paymentId);
        return Page.of(
                reports.revisions(
                        paymentId,
                        page.cursor()
                                .map(cursor -> (int) cursor.number(0))
                                .orElse(Integer.MAX_VALUE),
                        page.limit()),
                page.limit(),
                line -> new Object[] {line.revision()},
                WithdrawalReportView::of);
    }
}
