package id.pkh.meeting.meeting;

import id.pkh.meeting.MonthText;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.CodeForm;
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
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Meetings and sessions that were held. */
@Tag(name = "Meetings", description = "Meetings and sessions that were held")
@Path("/api/v1")
public class MeetingResource {

    private final MeetingLists lists;
    private final ReportMeeting reportMeeting;
    private final TakeBackMeeting takeBackMeeting;
    private final Caller caller;
    private final MonthText months;

    MeetingResource(
            MeetingLists lists,
            ReportMeeting reportMeeting,
            TakeBackMeeting takeBackMeeting,
            Caller caller,
            MonthText months) {
        this.lists = lists;
        this.reportMeeting = reportMeeting;
        this.takeBackMeeting = takeBackMeeting;
        this.caller = caller;
        this.months = months;
    }

    @GET
    @Path("/meetings")
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Refuses({"MONTH_INVALID", "AREA_CODE_INVALID"})
    @Operation(
            operationId = "listMeetings",
            summary = "Meetings in the order in which they were recorded")
    public Page<MeetingView> meetings(
            @QueryParam("month") String month,
            @QueryParam("village") String village,
            @QueryParam("kind") @CodeForm(MeetingFilter.KIND) String kind,
            @QueryParam("group") @CodeForm(MeetingFilter.GROUP) String group,
            @QueryParam("facilitator") UUID facilitator,
            @BeanParam PageParams page) {
        MeetingFilter filter =
                new MeetingFilter(months.parseOrNull(month), village, kind, group, facilitator);
        return lists.meetings(filter, caller.areas(), page);
    }

    @GET
    @Path("/meetings/{id}")
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Operation(operationId = "getMeeting", summary = "One meeting with its current attendance list")
    public MeetingDetailView meeting(@PathParam("id") UUID id) {
        return lists.detail(id, caller.areas());
    }

    @POST
    @Path("/meetings")
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({
        "GROUP_UNKNOWN",
        "KPM_TWICE_ON_LIST",
        "MAKE_UP_OF_MAKE_UP",
        "MAKE_UP_OF_UNKNOWN",
        "MAKE_UP_TOO_EARLY",
        "MARK_UNKNOWN",
        "MEETING_ALREADY_RECORDED",
        "MEETING_BEFORE_GROUP_FORMED",
        "MEETING_KIND_UNKNOWN",
        "MONTH_PAST_RETENTION",
        "NOT_IN_GROUP",
        "SESSION_UNKNOWN",
        "SHEET_DATE_IN_FUTURE"
    })
    @Succeeds(status = 201, meaning = "The meeting was recorded")
    @Succeeds(status = 200, meaning = "The same meeting was recorded before")
    @Operation(
            operationId = "recordMeeting",
            summary = "Records a meeting from an app; families that are not listed are unmarked")
    public RestResponse<MeetingDetailView> record(@NotNull @Valid MeetingRequest request) {
        return answer(reportMeeting.record(request, caller.subject(), caller.areas()));
    }

    @POST
    @Path("/meetings/{id}/corrections")
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({
        "CORRECTION_REASON_MISSING",
        "CORRECTION_REASON_UNFIT",
        "KPM_TWICE_ON_LIST",
        "MARK_UNKNOWN",
        "MEETING_ALREADY_RECORDED",
        "MEETING_TAKEN_BACK",
        "MONTH_PAST_RETENTION",
        "NOT_IN_GROUP",
        "SESSION_UNKNOWN",
        "SHEET_DATE_IN_FUTURE",
        "SHEET_DATE_NOT_IN_MONTH"
    })
    @Succeeds(status = 201, meaning = "The correction was recorded")
    @Succeeds(status = 200, meaning = "The correction changes nothing")
    @Operation(
            operationId = "correctMeeting",
            summary = "Corrects marks; families that are not listed keep theirs")
    public RestResponse<MeetingDetailView> correct(
            @PathParam("id") UUID id, @NotNull @Valid CorrectionRequest request) {
        return answer(reportMeeting.correct(id, request, caller.subject(), caller.areas()));
    }

    @POST
    @Path("/meetings/{id}/taking-back")
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Refuses({
        "CORRECTION_REASON_MISSING",
        "CORRECTION_REASON_UNFIT",
        "MEETING_IS_MADE_UP_FOR",
        "MEETING_OF_CLOSED_MONTH",
        "MONTH_PAST_RETENTION"
    })
    @Operation(
            operationId = "takeBackMeeting",
            summary = "Takes back a meeting that was recorded by mistake, while its month is open")
    public MeetingDetailView takeBack(
            @PathParam("id") UUID id, @NotNull @Valid TakingBackRequest request) {
        takeBackMeeting.handle(id, request.reason(), caller.areas(), caller.subject());
        return lists.detail(id, caller.areas());
    }

    @GET
    @Path("/attendance-lists")
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Refuses({"MONTH_INVALID", "AREA_CODE_INVALID"})
    @Operation(
            operationId = "listAttendanceLists",
            summary = "Meetings with their current attendance lists, in the order of recording")
    public Page<AttendanceListView> attendanceLists(
            @QueryParam("month") String month,
            @QueryParam("village") String village,
            @BeanParam PageParams page) {
        MeetingFilter filter =
                new MeetingFilter(months.parseOrNull(month), village, null, null, null);
        return lists.attendanceLists(filter, caller.areas(), page);
    }

    @GET
    @Path("/absences")
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Refuses({"MONTH_INVALID", "AREA_CODE_INVALID"})
    @Operation(operationId = "listAbsences", summary = "Families that were absent without excuse")
    public Page<AbsenceView> absences(
            @QueryParam("month") String month,
            @QueryParam("kind") @CodeForm(MeetingFilter.KIND) String kind,
            @QueryParam("village") String village,
            @BeanParam PageParams page) {
        MeetingFilter filter =
                new MeetingFilter(months.parseOrNull(month), village, kind, null, null);
        return lists.absences(filter, caller.areas(), page);
    }

    private RestResponse<MeetingDetailView> answer(ReportMeeting.Reported reported) {
        return ResponseBuilder.create(
                        reported.isNew() ? Status.CREATED : Status.OK,
                        lists.detail(reported.meetingId(), caller.areas()))
                .build();
    }
}
