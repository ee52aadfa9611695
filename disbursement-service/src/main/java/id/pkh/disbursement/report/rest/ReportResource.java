package id.pkh.disbursement.report.rest;

import id.pkh.disbursement.bank.rest.NationalCaller;
import id.pkh.disbursement.report.MarkOverdue;
import id.pkh.disbursement.report.ReceiveReport;
import id.pkh.disbursement.report.ReceiveReport.Received;
import id.pkh.disbursement.report.ReceivedReport;
import id.pkh.disbursement.report.Reports.Channel;
import id.pkh.disbursement.report.Reports.ReportStatus;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.UploadTypes;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.ContinuedWork;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/bank-reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Banks")
public class ReportResource {

    private final ReceiveReport receiveReport;
    private final MarkOverdue markOverdue;
    private final ReportUpload uploads;
    private final ReportCaller reportCaller;
    private final NationalCaller nationalCaller;
    @Context HttpHeaders headers;

    ReportResource(
            ReceiveReport receiveReport,
            MarkOverdue markOverdue,
            ReportUpload uploads,
            ReportCaller reportCaller,
            NationalCaller nationalCaller) {
        this.receiveReport = receiveReport;
        this.markOverdue = markOverdue;
        this.uploads = uploads;
        this.reportCaller = reportCaller;
        this.nationalCaller = nationalCaller;
    }

    @POST
    @Consumes({
        UploadTypes.XML,
        UploadTypes.XML_TEXT,
        UploadTypes.CSV,
        UploadTypes.CSV_OF_APPLICATIONS,
        UploadTypes.PLAIN_TEXT,
        UploadTypes.EXCEL,
        UploadTypes.XLSX,
        UploadTypes.BYTES
    })
    @RolesAllowed({Roles.BANK, RoleSets.MINISTRY})
    @Refuses({
        "AREAS_NOT_NATIONAL",
        "BANK_CODE_UNKNOWN",
        "FILE_EMPTY",
        "FILE_ENCODING_WRONG",
        "FILE_HAS_MACROS",
        "FILE_KIND_UNKNOWN",
        "FILE_PASSWORD_PROTECTED",
        "FILE_SEPARATOR_INVALID",
        "FILE_TOO_LARGE",
        "REPORT_ACCOUNT_UNKNOWN",
        "FILE_TOO_MANY_COLUMNS",
        "FILE_TOO_MANY_ROWS",
        "FILE_TRUNCATED",
        "FILE_UNREADABLE",
        "FILE_UNSAFE",
        "LINE_TOO_LONG",
        "REPORT_BATCH_NOT_SENT",
        "REPORT_BATCH_UNKNOWN",
        "REPORT_CELL_UNREADABLE",
        "REPORT_COLUMN_MISSING",
        "REPORT_COLUMN_TWICE",
        "REPORT_CORRECTION_WAITS",
        "REPORT_CUT",
        "REPORT_ELEMENT_WRONG",
        "REPORT_ENCODING_WRONG",
        "REPORT_KIND_UNKNOWN",
        "REPORT_NOT_XML",
        "REPORT_OF_OTHER_BANK",
        "REPORT_SAME_PERSON",
        "REPORT_SIGNATURE_NOT_VALID",
        "REPORT_TOTALS_DIFFER",
        "REPORT_UNREADABLE",
        "REPORT_UNSAFE"
    })
    @Operation(
            operationId = "sendBankReport",
            summary =
                    "Receive a bank's report: pain.002.001.03 to .14, or what it "
                            + "booked: camt.054.001.02, .04 or .08, and statements of the"
                            + " funding account: camt.053.001.02 to .08 or MT940, or a CSV or"
                            + " XLSX file that the bank's profile reads",
            description =
                    "Every line gets an outcome, and one bad line never stops the others. The"
                            + " same bytes a second time change nothing, and the response states this."
                            + " A person of the ministry with all areas and no part in the batch may"
                            + " bring in a report on a bank's behalf: it is checked, and waits for a"
                            + " second person. A bank that has a key signs each file: its detached"
                            + " signature is checked over the bytes as they come, before anything"
                            + " is read, and without a valid one the file is kept in quarantine."
                            + " Without a key, a status that credits or refuses all payments of a"
                            + " file and lists none waits for two persons. So does, always, a file"
                            + " with the number of an earlier one and other bytes: it corrects the"
                            + " earlier one.")
    @Succeeds(status = 201, meaning = "Received and applied")
    @Succeeds(status = 200, meaning = "The same bytes were received before")
    @Succeeds(
            status = 202,
            meaning =
                    "Received completely; its lines are applied later, or wait for a second"
                            + " person: see the status and the location")
    public RestResponse<ReportView> receive(
            InputStream body,
            @QueryParam("bank")
                    @Parameter(
                            description =
                                    "The bank whose report it is; a bank itself may leave it out")
                    String bank,
            @QueryParam("filename") String filename,
            @HeaderParam(ReportSignature.HEADER)
                    @Parameter(
                            description =
                                    "Detached signature of the body in base64: CMS (DER or PEM), or"
                                            + " OpenPGP (binary or armoured)")
                    String signature) {
        Channel channel = reportCaller.channel();
        String whose = reportCaller.speaksFor(bank);
        try (ReceivedUpload upload = uploads.receive(body, headers, filename)) {
            Received result =
                    receiveReport.handle(
                            new ReceivedReport(
                                    upload.path(),
                                    upload.sha256Hex(),
                                    upload.bytes(),
                                    upload.filename(),
                                    whose,
                                    channel,
                                    reportCaller.subject(),
                                    ReportSignature.bytes(signature)));
            ReportView view = ReportView.of(result.report(), result.repeated());
            return ContinuedWork.answer(
                    status(result), view, "/api/v1/bank-reports/" + view.reportId());
        }
    }

    private static int status(Received received) {
        ReportStatus status = received.report().status();
        if (status == ReportStatus.STAGED || status == ReportStatus.AWAITING_CONFIRMATION) {
            return 202;
        }
        return received.repeated() ? 200 : 201;
    }

    @POST
    @Path("/overdue")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.MINISTRY_OFFICER)
    @Refuses({"AREAS_NOT_NATIONAL"})
    @Operation(
            operationId = "markOverduePayments",
            summary = "Mark payments as unknown when the bank has not responded in time",
            description =
                    "The service also does this on a schedule. An officer asks the bank about"
                            + " an unknown payment; it is never tried again.")
    public OverdueView overdue() {
        return new OverdueView(markOverdue.handle(nationalCaller.subject()));
    }

    @Schema(name = "OverduePayments", description = "The payments whose bank is overdue.")
    record OverdueView(
            @Schema(description = "Payments that are marked as unknown now") long markedUnknown) {}
}
