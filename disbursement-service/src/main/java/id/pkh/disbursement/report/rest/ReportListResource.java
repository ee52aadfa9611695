package id.pkh.disbursement.report.rest;

import id.pkh.disbursement.bank.rest.BankCode;
import id.pkh.disbursement.report.CorrectedReports;
import id.pkh.disbursement.report.ReportLines;
import id.pkh.disbursement.report.Reports;
import id.pkh.disbursement.report.Reports.Filter;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.disbursement.report.Reports.ReportStatus;
import id.pkh.disbursement.report.domain.LineOutcome;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Cursor;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/bank-reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Banks")
@RolesAllowed({RoleSets.MONEY_READERS, Roles.BANK})
public class ReportListResource {

    private final Reports reports;
    private final ReportLines reportLines;
    private final CorrectedReports corrected;
    private final ReportCaller reportCaller;

    ReportListResource(
            Reports reports,
            ReportLines reportLines,
            CorrectedReports corrected,
            ReportCaller reportCaller) {
        this.reports = reports;
        this.corrected = corrected;
        this.reportLines = reportLines;
        this.reportCaller = reportCaller;
    }

    @GET
    @Refuses({"AREAS_DO_NOT_COVER_PAYMENTS", "REPORT_STATUS_UNKNOWN"})
    @Operation(
            operationId = "listBankReports",
            summary = "Reports, the latest first; a bank sees only its own reports",
            description =
                    "The figures of a report are national. With status AWAITING_CONFIRMATION: the "
                            + "reports that wait for another person.")
    public Page<ReportView> list(
            @QueryParam("bank") @CodeForm(BankCode.FORM) String bank,
            @QueryParam("batch") UUID batch,
            @QueryParam("status") @Parameter(schema = @Schema(implementation = ReportStatus.class))
                    String status,
            @BeanParam PageParams page) {
        Optional<Cursor> before = page.cursor();
        Filter filter =
                new Filter(
                        reportCaller.listed(bank),
                        batch,
                        statusOf(status),
                        before.map(cursor -> Instant.parse(cursor.text(0))).orElse(null),
                        before.map(cursor -> cursor.uuid(1)).orElse(null),
                        page.limit());
        return Page.of(
                reports.page(filter),
                page.limit(),
                report -> new Object[] {report.receivedAt(), report.reportId()},
                report -> ReportView.of(report, false));
    }

    @GET
    @Path("/{reportId}")
    @Refuses({"AREAS_DO_NOT_COVER_PAYMENTS"})
    @Operation(operationId = "getBankReport", summary = "One report; its figures are national")
    public ReportView one(@PathParam("reportId") UUID reportId) {
        return ReportView.of(
                reportCaller.visibleHead(reports.byId(reportId)),
                false,
                corrected.correctionOf(reportId).orElse(null));
    }

    @GET
    @Path("/{reportId}/differences")
    @Refuses({"AREAS_DO_NOT_COVER_PAYMENTS"})
    @Operation(
            operationId = "listReportDifferences",
            summary = "What a report states otherwise than the earlier one with the same number",
            description =
                    "Line by line, from what to what: read it before the correction is confirmed."
                            + " Empty for a report that corrects none.")
    public Page<ReportDifferenceView> differences(
            @PathParam("reportId") UUID reportId, @BeanParam PageParams page) {
        Report report = reportCaller.visibleHead(reports.byId(reportId));
        return Page.of(
                corrected.differencesAfter(
                        report.reportId(),
                        page.cursor().map(cursor -> (int) cursor.number(0)).orElse(0),
                        page.limit() + 1),
                page.limit(),
                difference -> new Object[] {difference.ordinal()},
                ReportDifferenceView::of);
    }

    @GET
    @Path("/{reportId}/lines")
    @Refuses({"OUTCOME_UNKNOWN"})
    @Operation(
            operationId = "listBankReportLines",
            summary = "Lines of a report in their order, in the caller's areas",
            description =
                    "A bank sees all lines of its reports. Lines that match no payment, and lines "
                            + "of a report that waits for a second person, are shown to callers "
                            + "whose areas are the whole country.")
    public Page<ReportLineView> lines(
            @PathParam("reportId") UUID reportId,
            @QueryParam("outcome") @Parameter(schema = @Schema(implementation = LineOutcome.class))
                    String outcome,
            @BeanParam PageParams page) {
        Report report = reportCaller.visible(reports.byId(reportId));
        LineOutcome asked = outcomeOf(outcome);
        int after = page.cursor().map(cursor -> (int) cursor.number(0)).orElse(0);
        if (report.status() == ReportStatus.AWAITING_CONFIRMATION) {
            return waiting(report, asked, after, page);
        }
        return Page.of(
                reportLines.linesAfter(
                        report.reportId(),
                        asked,
                        reportCaller.linesWithin(),
                        after,
                        page.limit() + 1),
                page.limit(),
                judged -> new Object[] {judged.line().lineNo()},
                judged -> ReportLineView.of(judged));
    }

    private Page<ReportLineView> waiting(
            Report report, LineOutcome asked, int after, PageParams page) {
        boolean shown = asked == null && reportCaller.linesWithin().isEverywhere();
        return Page.of(
                shown
                        ? reportLines.waitingAfter(report.reportId(), after, page.limit() + 1)
                        : List.of(),
                page.limit(),
                line -> new Object[] {line.lineNo()},
                line -> ReportLineView.of(line));
    }

    private static ReportStatus statusOf(String status) {
        if (status == null) {
            return null;
        }
        return Arrays.stream(ReportStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElseThrow(() -> Refused.because("REPORT_STATUS_UNKNOWN"));
    }

    private static LineOutcome outcomeOf(String outcome) {
        if (outcome == null) {
            return null;
        }
        return Arrays.stream(LineOutcome.values())
                .filter(known -> known.name().equals(outcome))
                .findFirst()
                .orElseThrow(() -> Refused.because("OUTCOME_UNKNOWN"));
    }
}
