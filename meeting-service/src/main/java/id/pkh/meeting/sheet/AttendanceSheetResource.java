package id.pkh.meeting.sheet;

import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.platform.files.FileAnswers;
import id.pkh.platform.files.FileResultView;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.ReceivesFile;
import id.pkh.platform.files.UploadTypes;
import id.pkh.platform.files.Uploads;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/** Attendance sheets, as CSV or XLSX in the request body. */
@Tag(name = "Sheets", description = "Attendance sheets, CSV or XLSX")
@Path("/api/v1/sheets")
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
    "CORRECTION_REASON_UNFIT",
    "CORRECTION_WITHOUT_MEETING",
    "GROUP_UNKNOWN",
    "MEETING_ALREADY_RECORDED",
    "MEETING_BEFORE_GROUP_FORMED",
    "MONTH_PAST_RETENTION",
    "SHEET_DATE_IN_FUTURE",
    "SHEET_DATE_MISSING",
    "SHEET_DATE_NOT_IN_MONTH",
    "SHEET_GROUP_MISSING",
    "SHEET_MONTH_MISSING",
    "SHEET_NOT_AN_ATTENDANCE_SHEET",
    "SHEET_OF_OTHER_KIND",
    "SHEET_WITHOUT_ROWS"
})
public class AttendanceSheetResource {

    private final Uploads uploads;
    private final ReceiveSheet receiveSheet;
    private final FileAnswers answers;
    private final Caller caller;

    AttendanceSheetResource(
            Uploads uploads, ReceiveSheet receiveSheet, FileAnswers answers, Caller caller) {
        this.uploads = uploads;
        this.receiveSheet = receiveSheet;
        this.answers = answers;
        this.caller = caller;
    }

    @POST
    @ReceivesFile
    @Path("/group-meeting")
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
            operationId = "sendGroupMeetingSheet",
            summary = "Records a group meeting, or corrects one with correction=true&reason=…")
    public Response groupMeeting(
            InputStream body,
            @QueryParam("filename") String filename,
            @QueryParam("correction") Boolean correction,
            @QueryParam("reason") String reason,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        SheetRequest request = request(MeetingKind.GROUP_MEETING, correction, reason);
        return receive(body, filename, request, headers, uri);
    }

    @POST
    @ReceivesFile
    @Path("/p2k2")
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
            operationId = "sendP2k2Sheet",
            summary = "Records a P2K2 session, or corrects one with correction=true&reason=…")
    public Response p2k2(
            InputStream body,
            @QueryParam("filename") String filename,
            @QueryParam("correction") Boolean correction,
            @QueryParam("reason") String reason,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return receive(body, filename, request(MeetingKind.P2K2, correction, reason), headers, uri);
    }

    private SheetRequest request(MeetingKind kind, Boolean correction, String reason) {
        return Boolean.TRUE.equals(correction)
                ? SheetRequest.correction(kind, reason, caller.subject(), caller.areas())
                : SheetRequest.first(kind, caller.subject(), caller.areas());
    }

    private Response receive(
            InputStream body,
            String filename,
            SheetRequest request,
            HttpHeaders headers,
            UriInfo uri) {
        try (ReceivedUpload upload = uploads.receive(body, headers, filename)) {
            return answers.of(receiveSheet.handle(upload, request), headers, uri);
        }
    }
}
