package id.pkh.verification.evidence.rest;

import id.pkh.platform.files.FileAnswers;
import id.pkh.platform.files.FileResultView;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.ReceivesFile;
import id.pkh.platform.files.UploadTypes;
import id.pkh.platform.files.Uploads;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Refuses;
import id.pkh.verification.evidence.ReceiveForm;
import id.pkh.verification.evidence.form.FormKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Forms of schools and health services. */
@Path("/api/v1/sheets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({
    UploadTypes.CSV,
    UploadTypes.CSV_OF_APPLICATIONS,
    UploadTypes.PLAIN_TEXT,
    UploadTypes.EXCEL,
    UploadTypes.XLSX,
    UploadTypes.BYTES
})
@RolesAllowed(RoleSets.FIELD_STAFF)
@Refuses({
    "CORRECTION_REASON_MISSING",
    "FORM_ALREADY_RECEIVED",
    "FORM_MONTHS_UNREADABLE",
    "FORM_OF_OTHER_KIND",
    "FORM_QUARTER_MISSING",
    "FORM_REACHES_BEYOND_AREA",
    "FORM_SERVICE_POINT_MISSING",
    "FORM_WITHOUT_ROWS",
    "QUARTER_PAST_RETENTION",
    FreeTextRule.HAS_CONTROL_CHARACTER,
    FreeTextRule.HAS_LONG_NUMBER
})
@Tag(name = "Sheets", description = "Evidence: one form per school or health service and quarter")
public class FormResource {

    private final Uploads uploads;
    private final ReceiveForm receive;
    private final FileAnswers answers;
    private final Caller caller;

    FormResource(Uploads uploads, ReceiveForm receive, FileAnswers answers, Caller caller) {
        this.uploads = uploads;
        this.receive = receive;
        this.answers = answers;
        this.caller = caller;
    }

    @POST
    @ReceivesFile
    @Path("/school-attendance")
    @Refuses({"FORM_MONTH_NOT_OF_QUARTER", "FORM_NOT_A_SCHOOL_FORM"})
    @APIResponse(
            responseCode = "201",
            description = "The file was applied, at least in part",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FileResultView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same file was received before",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FileResultView.class)))
    @Operation(
            operationId = "sendSchoolAttendanceSheet",
            summary = "A school's attendance form of a quarter",
            description =
                    "CSV or XLSX. 201 with the rows accepted and refused; 200 when the same file was received before. Another file"
                            + " of the same school and quarter needs `correction=true` and a reason.")
    public Response school(
            InputStream body,
            @QueryParam("filename") String filename,
            @QueryParam("correction") Boolean correction,
            @QueryParam("reason") String reason,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        try (ReceivedUpload upload = uploads.receive(body, headers, filename)) {
            return receive(FormKind.SCHOOL, upload, correction, reason, headers, uri);
        }
    }

    @POST
    @ReceivesFile
    @Path("/health-visits")
    @Refuses({"FORM_NOT_A_HEALTH_FORM"})
    @APIResponse(
            responseCode = "201",
            description = "The file was applied, at least in part",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FileResultView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same file was received before",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FileResultView.class)))
    @Operation(
            operationId = "sendHealthVisitsSheet",
            summary = "A health service's form of a quarter",
            description =
                    "As the school's: visits by month, TUTUP when the service was closed, blank when it is not known.")
    public Response health(
            InputStream body,
            @QueryParam("filename") String filename,
            @QueryParam("correction") Boolean correction,
            @QueryParam("reason") String reason,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        try (ReceivedUpload upload = uploads.receive(body, headers, filename)) {
            return receive(FormKind.HEALTH, upload, correction, reason, headers, uri);
        }
    }

    private Response receive(
            FormKind kind,
            ReceivedUpload upload,
            Boolean correction,
            String reason,
            HttpHeaders headers,
            UriInfo uri) {
        return answers.of(
                receive.handle(
                        new ReceiveForm.Command(
                                kind,
                                upload,
                                Boolean.TRUE.equals(correction),
                                reason,
                                caller.subject(),
                                caller.areas())),
                headers,
                uri);
    }
}
