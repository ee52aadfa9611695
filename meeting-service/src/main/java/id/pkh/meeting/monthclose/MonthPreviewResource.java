package id.pkh.meeting.monthclose;

import id.pkh.meeting.MonthText;
import id.pkh.platform.calendar.ClosingDays;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refuses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is missing before a month is closed. */
@Tag(name = "Month closings")
@Path("/api/v1/month-closings/preview")
public class MonthPreviewResource {

    private static final String MONTH =
            "yyyy-MM; the month that the calendar closes next when it is left out";

    private final MonthPreview preview;
    private final ClosingDays days;
    private final Caller caller;
    private final MonthText months;

    MonthPreviewResource(MonthPreview preview, ClosingDays days, Caller caller, MonthText months) {
        this.preview = preview;
        this.days = days;
        this.caller = caller;
        this.months = months;
    }

    @GET
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Refuses({"AREA_CODE_INVALID", "MONTH_INVALID"})
    @Operation(
            operationId = "previewMonthClosing",
            summary = "Groups whose month would be closed without a record",
            description =
                    "Groups that are due and not closed yet, and have neither a record nor a reason"
                            + " why there was no meeting; in the order of their codes.")
    public Page<MissingGroupView> groups(
            @QueryParam("month") @Parameter(description = MONTH) String month,
            @QueryParam("village") @Parameter(description = "Village, or an area above it")
                    String village,
            @BeanParam PageParams page) {
        return preview.groups(asked(month), village, caller.areas(), page);
    }

    @GET
    @Path("/counts")
    @RolesAllowed(RoleSets.MEETING_READERS)
    @Refuses({"AREA_CODE_INVALID", "MONTH_INVALID"})
    @Operation(
            operationId = "countMonthClosingPreview",
            summary = "What is missing before a month is closed, by area",
            description = "One line for each area one level below the area that is asked for.")
    public MonthPreviewCounts counts(
            @QueryParam("month") @Parameter(description = MONTH) String month,
            @QueryParam("village") @Parameter(description = "Village, or an area above it")
                    String village) {
        YearMonth asked = asked(month);
        return new MonthPreviewCounts(
                asked,
                days.closesAt(asked).orElse(null),
                preview.counts(asked, village, caller.areas()));
    }

    private YearMonth asked(String month) {
        return month == null ? days.comingPeriod() : months.parse(month);
    }
}
