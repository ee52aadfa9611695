package id.pkh.disbursement.report.rest;

import id.pkh.disbursement.report.ReportLines;
import id.pkh.disbursement.report.Reports;
import id.pkh.disbursement.report.Reports.Filter;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.disbursement.report.domain.LineOutcome;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Cursor;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/bank-reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Banks")
@RolesAllowed({RoleSets.MONEY_READERS, Roles.BANK})
public class ReportListResource {

    private final Reports reports;
    private final ReportLines reportLines;
    private final ReportCaller reportCaller;

    ReportListResource(Reports reports, ReportLines reportLines, ReportCaller reportCaller) {
        this.reports = reports;
        this.reportLines = reportLines;
        this.reportCaller = reportCaller;
    }

    @GET
    @Operation(summary = "Reports, the latest first; a bank sees only its own reports")
    public Page<ReportView> list(
            @QueryParam("bank") String bank,
            @QueryParam("batch") UUID batch,
            @BeanParam PageParams page) {
        Optional<Cursor> before = page.cursor();
        Filter filter =
                new Filter(
                        reportCaller.listed(bank),
                        batch,
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
    @Operation(summary = "One report")
    public ReportView one(@PathParam("reportId") UUID reportId) {
        return ReportView.of(visible(reportId), false);
    }

    @GET
    @Path("/{reportId}/lines")
    @Operation(summary = "Lines of a report in their order")
    public Page<ReportLineView> lines(
            @PathParam("reportId") UUID reportId,
            @QueryParam("outcome") String outcome,
            @BeanParam PageParams page) {
        Report report = visible(reportId);
        return Page.of(
                reportLines.linesAfter(
                        report.reportId(),
                        outcomeOf(outcome),
                        page.cursor().map(cursor -> (int) cursor.number(0)).orElse(0),
                        page.limit() + 1),
                page.limit(),
                judged -> new Object[] {judged.line().lineNo()},
                ReportLineView::of);
    }

    private Report visible(UUID reportId) {
        return reportCaller.visible(reports.byId(reportId));
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
