package id.pkh.meeting.meeting;

import id.pkh.meeting.MonthText;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.BusinessDates;
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
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Months in which a group did not meet, and why. */
@Tag(name = "Meetings not held", description = "Months without a group meeting, and why")
@Path("/api/v1/not-held")
public class NotHeldResource {

    private final NotHeldList list;
    private final NotHeldReasons reasons;
    private final ReportNotHeld reportNotHeld;
    private final Caller caller;
    private final MonthText months;
    private final Clock clock;

    NotHeldResource(
            NotHeldList list,
            NotHeldReasons reasons,
            ReportNotHeld reportNotHeld,
            Caller caller,
            MonthText months,
            Clock clock) {
        this.list = list;
        this.reasons = reasons;
        this.reportNotHeld = reportNotHeld;
        this.caller = caller;
        this.months = months;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Refuses({"MONTH_INVALID", "AREA_CODE_INVALID"})
    @Operation(
            operationId = "listMonthsWithoutMeeting",
            summary = "Months without a meeting, superseded records included")
    public Page<NotHeldView> list(
            @QueryParam("month") String month,
            @QueryParam("village") String village,
            @QueryParam("group") @CodeForm(MeetingFilter.GROUP) String group,
            @QueryParam("standing") Boolean standing,
            @BeanParam PageParams page) {
        MeetingFilter filter =
                new MeetingFilter(months.parseOrNull(month), village, null, group, null);
        return list.page(filter, standing, caller.areas(), page);
    }

    /** The permitted reasons, with their attribution and legal basis. */
    @GET
    @Path("/reasons")
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Refuses({"MONTH_INVALID"})
    @Operation(
            operationId = "listNotHeldReasons",
            summary = "The permitted reasons of a month, with their attribution and legal basis")
    public List<NotHeldReasons.Reason> reasons(@QueryParam("month") String month) {
        YearMonth asked = months.parseOrNull(month);
        return reasons.in(asked == null ? YearMonth.from(BusinessDates.today(clock)) : asked);
    }

    @POST
    @RolesAllowed({RoleSets.FIELD_STAFF, Roles.MINISTRY_OFFICER})
    @Refuses({
        "EXCUSE_NEEDS_COORDINATOR",
        "FACILITATOR_IS_ASSIGNED",
        "GROUP_UNKNOWN",
        "MEETING_BEFORE_GROUP_FORMED",
        "MEETING_WAS_HELD",
        "MONTH_INVALID",
        "NOT_HELD_MONTH_IN_FUTURE",
        "NOT_HELD_REASON_UNKNOWN"
    })
    @Succeeds(status = 201, meaning = "The report was recorded")
    @Succeeds(status = 200, meaning = "The same report was recorded before")
    @Operation(
            operationId = "reportMonthWithoutMeeting",
            summary = "Reports that a group did not meet; a later reason supersedes an earlier one")
    public RestResponse<NotHeldView> report(@NotNull @Valid NotHeldRequest request) {
        ReportNotHeld.Reporter reporter =
                new ReportNotHeld.Reporter(
                        caller.subject(),
                        caller.hasRole(Roles.COORDINATOR)
                                || caller.hasRole(Roles.DATA_ADMINISTRATOR)
                                || caller.hasRole(Roles.MINISTRY_OFFICER),
                        caller.areas());
        ReportNotHeld.Reported reported =
                reportNotHeld.handle(
                        request.groupCode(),
                        months.parse(request.month()),
                        request.reason(),
                        reporter);
        return ResponseBuilder.create(
                        reported.isNew() ? Status.CREATED : Status.OK,
                        list.one(reported.notHeldId()))
                .build();
    }
}
