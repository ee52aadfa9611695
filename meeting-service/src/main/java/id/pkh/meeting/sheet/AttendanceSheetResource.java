package id.pkh.meeting.sheet;

import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.platform.files.FileAnswers;
import id.pkh.platform.files.FileResultView;
import id.pkh.platform.files.ReceivesFile;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Attendance sheets, as CSV or XLSX in the request body. */
@Tag(name = "Sheets", description = "Attendance sheets, CSV or XLSX")
@Path("/api/v1/sheets")
@RolesAllowed(RoleSets.FIELD_STAFF)
@Refuses({
    "CORRECTION_OF_WHICH",
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

    private final ReceiveSheet receiveSheet;
    private final FileAnswers answers;
    private final Caller caller;

    AttendanceSheetResource(ReceiveSheet receiveSheet, FileAnswers answers, Caller caller) {
        this.receiveSheet = receiveSheet;
        this.answers = answers;
        this.caller = caller;
    }

    @POST
    @ReceivesFile
    @Path("/group-meeting")
    @Operation(
            operationId = "sendGroupMeetingSheet",
            summary = "Records a group meeting, or corrects one with correction=true&reason=…")
    public RestResponse<FileResultView> groupMeeting(
            InputStream body,
            @QueryParam("filename") String filename,
            @QueryParam("correction") Boolean correction,
            @QueryParam("reason") String reason) {
        return receive(body, filename, request(MeetingKind.GROUP_MEETING, correction, reason));
    }

    @POST
    @ReceivesFile
    @Path("/p2k2")
    @Operation(
            operationId = "sendP2k2Sheet",
            summary = "Records a P2K2 session, or corrects one with correction=true&reason=…")
    public RestResponse<FileResultView> p2k2(
            InputStream body,
            @QueryParam("filename") String filename,
            @QueryParam("correction") Boolean correction,
            @QueryParam("reason") String reason) {
        return receive(body, filename, request(MeetingKind.P2K2, correction, reason));
    }

    private SheetRequest request(MeetingKind kind, Boolean correction, String reason) {
        return Boolean.TRUE.equals(correction)
                ? SheetRequest.correction(kind, reason, caller.subject(), caller.areas())
                : SheetRequest.first(kind, caller.subject(), caller.areas());
    }

    private RestResponse<FileResultView> receive(
            InputStream body, String filename, SheetRequest request) {
        return answers.to(body, filename, upload -> receiveSheet.handle(upload, request));
    }
}
