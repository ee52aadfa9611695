package id.pkh.verification.evidence.rest;

import id.pkh.platform.files.FileAnswers;
import id.pkh.platform.files.FileResultView;
import id.pkh.platform.files.ReceivesFile;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.FreeTextRule;
import id.pkh.platform.web.Refuses;
import id.pkh.verification.evidence.ReceiveForm;
import id.pkh.verification.evidence.form.FormKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Forms of schools, health services and social services. */
@Path("/api/v1/sheets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(RoleSets.FIELD_STAFF)
@Refuses({
    "CORRECTION_REASON_MISSING",
    "FORM_ALREADY_RECEIVED",
    "FORM_MONTHS_UNREADABLE",
    "FORM_OF_OTHER_KIND",
    "FORM_QUARTER_MISSING",
    "FORM_SERVICE_POINT_MISSING",
    "FORM_WITHOUT_ROWS",
    "QUARTER_PAST_RETENTION",
    FreeTextRule.HAS_CONTROL_CHARACTER,
    FreeTextRule.HAS_LONG_NUMBER
})
@Tag(
        name = "Sheets",
        description = "Evidence: one form per school, health service or social service and quarter")
public class FormResource {

    private final ReceiveForm receive;
    private final FileAnswers answers;
    private final Caller caller;

    FormResource(ReceiveForm receive, FileAnswers answers, Caller caller) {
        this.receive = receive;
        this.answers = answers;
        this.caller = caller;
    }

    @POST
    @ReceivesFile
    @Path("/school-attendance")
    @Refuses({"FORM_MONTH_NOT_OF_QUARTER", "FORM_NOT_A_SCHOOL_FORM"})
    @Operation(
            operationId = "sendSchoolAttendanceSheet",
            summary = "A school's attendance form of a quarter",
            description =
                    "CSV or XLSX. 201 with the rows accepted and refused; 200 when the same file was received before. Several senders"
                            + " may each send a form of one school and quarter. A sender who changes what she sent before needs"
                            + " `correction=true` and a reason; only what can be read on the form changes. Rows of pupils in other areas"
                            + " are counted in `details.rows_of_other_areas` and have no effect.")
    public RestResponse<FileResultView> school(
            InputStream body,
            @QueryParam("filename") String filename,
            @QueryParam("correction") Boolean correction,
            @QueryParam("reason") String reason) {
        return receive(FormKind.SCHOOL, body, filename, correction, reason);
    }

    @POST
    @ReceivesFile
    @Path("/health-visits")
    @Refuses({"FORM_NOT_A_HEALTH_FORM"})
    @Operation(
            operationId = "sendHealthVisitsSheet",
            summary = "A health service's form of a quarter",
            description =
                    "As the school's: visits by month, TUTUP when the service was closed, blank when it is not known.")
    public RestResponse<FileResultView> health(
            InputStream body,
            @QueryParam("filename") String filename,
            @QueryParam("correction") Boolean correction,
            @QueryParam("reason") String reason) {
        return receive(FormKind.HEALTH, body, filename, correction, reason);
    }

    @POST
    @ReceivesFile
    @Path("/social-care")
    @Refuses({"FORM_NOT_A_SOCIAL_FORM"})
    @Operation(
            operationId = "sendSocialCareSheet",
            summary = "A social service's form of a quarter",
            description =
                    "People with a severe disability and the elderly: how often they were cared for at home or had a health check in"
                            + " each month, TUTUP when the service was closed, blank when it is not known.")
    public RestResponse<FileResultView> social(
            InputStream body,
            @QueryParam("filename") String filename,
            @QueryParam("correction") Boolean correction,
            @QueryParam("reason") String reason) {
        return receive(FormKind.SOCIAL, body, filename, correction, reason);
    }

    private RestResponse<FileResultView> receive(
            FormKind kind, InputStream body, String filename, Boolean correction, String reason) {
        return answers.to(
                body,
                filename,
                upload ->
                        receive.handle(
                                new ReceiveForm.Command(
                                        kind,
                                        upload,
                                        Boolean.TRUE.equals(correction),
                                        reason,
                                        caller.subject(),
                                        caller.areas())));
    }
}
