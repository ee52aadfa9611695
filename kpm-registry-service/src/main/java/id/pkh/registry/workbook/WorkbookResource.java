package id.pkh.registry.workbook;

import id.pkh.platform.files.ReceivesFile;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.ProgrammeMonths;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.registry.client.OtherServices;
import id.pkh.registry.identity.Subjects;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The workbook of a facilitator: one file for a month, to be filled in without a network. */
@Path("/api/v1/workbooks/{month}")
@Tag(name = "Workbooks", description = "One file for a facilitator's month, filled in offline")
@RolesAllowed(RoleSets.FIELD_STAFF)
@Refuses({"NOT_FOUND", OtherServices.UNAVAILABLE})
public class WorkbookResource {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
    private static final String WHOSE =
            "Id or code of the facilitator; the caller, if it is left out";

    private final MakeWorkbook makeWorkbook;
    private final WorkbookAnswers answers;
    private final ProgrammeMonths months;
    private final Caller caller;

    WorkbookResource(
            MakeWorkbook makeWorkbook,
            WorkbookAnswers answers,
            ProgrammeMonths months,
            Caller caller) {
        this.makeWorkbook = makeWorkbook;
        this.answers = answers;
        this.months = months;
        this.caller = caller;
    }

    @GET
    @Produces(XLSX)
    @Operation(
            operationId = "makeWorkbook",
            summary = "The workbook of a facilitator and a month, with what is on record",
            description =
                    "In Indonesian. The families of the facilitator's villages in your areas; each is recorded in the"
                            + " read log, because the workbook names their caretakers.")
    @APIResponse(
            responseCode = "200",
            description = "The workbook",
            content =
                    @Content(
                            mediaType = XLSX,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<byte[]> make(
            @PathParam("month") String month,
            @QueryParam("facilitator") @CodeForm(Subjects.FORM) @Parameter(description = WHOSE)
                    String facilitator) {
        YearMonth read = read(month);
        return file(makeWorkbook.handle(whose(facilitator), read), read);
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @ReceivesFile
    @Refuses("WORKBOOK_NOT_RECOGNISED")
    @Operation(
            operationId = "uploadWorkbook",
            summary = "Record what was filled in, as often as you like",
            description =
                    "A cell that was not touched does nothing. One that was changed in the workbook and on record is a"
                            + " conflict: both values are in the answer, and nothing is overwritten. The rules of each"
                            + " fact decide, row by row. One sheet may also come as CSV.")
    public RestResponse<WorkbookResultView> upload(
            InputStream body,
            @PathParam("month") String month,
            @QueryParam("facilitator") @CodeForm(Subjects.FORM) @Parameter(description = WHOSE)
                    String facilitator) {
        WorkbookResultView result = answers.result(body, whose(facilitator), read(month));
        return ResponseBuilder.create(result.rowsApplied() > 0 ? Status.CREATED : Status.OK, result)
                .build();
    }

    @POST
    @Path("/returned")
    @Produces(XLSX)
    @ReceivesFile
    @Refuses("WORKBOOK_NOT_RECOGNISED")
    @Operation(
            operationId = "uploadAndReturnWorkbook",
            summary = "The same as an upload, answered with the next workbook",
            description =
                    "With what is on record now, a column that states what became of each row, and the refused rows as"
                            + " they were filled in.")
    @APIResponse(
            responseCode = "200",
            description = "The next workbook",
            content =
                    @Content(
                            mediaType = XLSX,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<byte[]> uploadAndReturn(
            InputStream body,
            @PathParam("month") String month,
            @QueryParam("facilitator") @CodeForm(Subjects.FORM) @Parameter(description = WHOSE)
                    String facilitator) {
        YearMonth read = read(month);
        return file(answers.returned(body, whose(facilitator), read), read);
    }

    private RestResponse<byte[]> file(byte[] workbook, YearMonth month) {
        return ResponseBuilder.ok(workbook)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"buku-kerja-" + month + ".xlsx\"")
                .build();
    }

    private String whose(String facilitator) {
        return facilitator == null ? caller.subject() : facilitator;
    }

    private YearMonth read(String month) {
        if (!MONTH.matcher(month).matches()) {
            throw Refused.because("INVALID_PARAMETER").with("parameter", "month");
        }
        return YearMonth.parse(months.requirePeriod("month", month));
    }
}
