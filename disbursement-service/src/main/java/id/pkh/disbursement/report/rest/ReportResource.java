package id.pkh.disbursement.report.rest;

import id.pkh.disbursement.bank.Banks;
import id.pkh.disbursement.report.MarkUnanswered;
import id.pkh.disbursement.report.ReceivedReport;
import id.pkh.disbursement.report.Reports;
import id.pkh.disbursement.report.Reports.Filter;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.disbursement.report.TakeReport;
import id.pkh.disbursement.report.TakeReport.Taken;
import id.pkh.disbursement.report.domain.LineOutcome;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Cursor;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/bank-reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Banks")
public class ReportResource {

    @Inject TakeReport takeReport;
    @Inject MarkUnanswered markUnanswered;
    @Inject Reports reports;
    @Inject ReportUpload uploads;
    @Inject Banks banks;
    @Inject Caller caller;
    @Inject Clock clock;
    @Context HttpHeaders headers;

    @POST
    @Consumes({MediaType.APPLICATION_XML, "text/xml", MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed({Roles.BANK, Roles.DATA_ADMINISTRATOR})
    @Operation(
            summary = "Take in what a bank answers: pain.002.001.03 or pain.002.001.10",
            description =
                    "Every line gets an outcome, and one bad line never stops the others. The same bytes again"
                            + " change nothing, and the answer says so.")
    @APIResponse(responseCode = "201", description = "Taken in and applied")
    @APIResponse(responseCode = "200", description = "The same bytes had come before")
    @APIResponse(responseCode = "409", description = "REPORT_BATCH_NOT_SENT")
    @APIResponse(responseCode = "413", description = "FILE_TOO_LARGE")
    @APIResponse(
            responseCode = "422",
            description =
                    "REPORT_UNSAFE, REPORT_KIND_UNKNOWN, REPORT_UNREADABLE, REPORT_CUT, REPORT_TOTALS_DIFFER,"
                            + " REPORT_BATCH_UNKNOWN, REPORT_OF_OTHER_BANK, BANK_CODE_UNKNOWN, FILE_EMPTY")
    public Response take(
            InputStream body,
            @QueryParam("bank")
                    @Parameter(description = "Whose it is; a bank need not say so itself")
                    String bank,
            @QueryParam("filename") String filename) {
        String whose = bankOf(bank);
        try (ReceivedUpload upload = uploads.receive(body, headers, filename)) {
            Taken taken =
                    takeReport.handle(
                            new ReceivedReport(
                                    upload.path(),
                                    upload.sha256Hex(),
                                    upload.bytes(),
                                    upload.filename(),
                                    whose,
                                    caller.subject()));
            ReportView view = view(taken.report(), taken.repeated());
            return taken.repeated()
                    ? Response.ok(view).build()
                    : Response.created(URI.create("/api/v1/bank-reports/" + view.reportId()))
                            .entity(view)
                            .build();
        }
    }

    @GET
    @RolesAllowed({
        Roles.BANK,
        Roles.MINISTRY_OFFICER,
        Roles.MINISTRY_APPROVER,
        Roles.AUDITOR,
        Roles.DATA_ADMINISTRATOR
    })
    @Operation(summary = "Reports, the latest first; a bank sees its own")
    public Page<ReportView> list(
            @QueryParam("bank") String bank,
            @QueryParam("batch") UUID batch,
            @BeanParam PageParams page) {
        Optional<Cursor> before = page.cursor();
        Filter filter =
                new Filter(
                        isBank() ? bankOf(bank) : bank,
                        batch,
                        before.map(cursor -> Instant.parse(cursor.text(0))).orElse(null),
                        before.map(cursor -> cursor.uuid(1)).orElse(null),
                        page.limit());
        return Page.of(
                reports.page(filter),
                page.limit(),
                report -> new Object[] {report.receivedAt(), report.reportId()},
                report -> view(report, false));
    }

    @GET
    @Path("/{reportId}")
    @RolesAllowed({
        Roles.BANK,
        Roles.MINISTRY_OFFICER,
        Roles.MINISTRY_APPROVER,
        Roles.AUDITOR,
        Roles.DATA_ADMINISTRATOR
    })
    @Operation(summary = "One report")
    public ReportView one(@PathParam("reportId") UUID reportId) {
        return view(visible(reportId), false);
    }

    @GET
    @Path("/{reportId}/lines")
    @RolesAllowed({
        Roles.BANK,
        Roles.MINISTRY_OFFICER,
        Roles.MINISTRY_APPROVER,
        Roles.AUDITOR,
        Roles.DATA_ADMINISTRATOR
    })
    @Operation(summary = "Lines of a report in their order")
    public Page<ReportLineView> lines(
            @PathParam("reportId") UUID reportId,
            @QueryParam("outcome") String outcome,
            @BeanParam PageParams page) {
        Report report = visible(reportId);
        return Page.of(
                reports.linesAfter(
                        report.reportId(),
                        outcomeOf(outcome),
                        page.cursor().map(cursor -> (int) cursor.number(0)).orElse(0),
                        page.limit() + 1),
                page.limit(),
                line -> new Object[] {line.lineNo()},
                ReportLineView::of);
    }

    @POST
    @Path("/overdue")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.MINISTRY_OFFICER, Roles.OPERATIONS})
    @Operation(
            summary = "Mark as unknown what was sent and not answered in time",
            description = "Also done by the clock. What is unknown is asked for, never paid again.")
    public Map<String, Long> overdue() {
        return Map.of("marked_unknown", markUnanswered.handle());
    }

    private Report visible(UUID reportId) {
        Report report = reports.byId(reportId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        if (isBank() && !caller.bank().equals(Optional.of(report.bank()))) {
            throw Refused.because("NOT_FOUND");
        }
        return report;
    }

    private ReportView view(Report report, boolean repeated) {
        return ReportView.of(report, reports.outcomes(report.reportId()), repeated);
    }

    /** A token that speaks for one bank speaks for no other; an administrator says for which. */
    private String bankOf(String asked) {
        if (isBank()) {
            String own = caller.bank().orElseThrow(() -> Refused.because("FORBIDDEN"));
            if (asked != null && !asked.equals(own)) {
                throw Refused.because("FORBIDDEN");
            }
            return own;
        }
        if (asked == null || !banks.on(BusinessDates.today(clock)).containsKey(asked)) {
            throw Refused.because("BANK_CODE_UNKNOWN");
        }
        return asked;
    }

    private boolean isBank() {
        return caller.hasRole(Roles.BANK);
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
