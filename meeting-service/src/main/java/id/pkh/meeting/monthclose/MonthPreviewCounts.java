package id.pkh.meeting.monthclose;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is missing for the closing of a month, by the areas below the area that was asked for.
 *
 * @param closesAt when the calendar closes the month; null when no calendar applies
 */
@Schema(name = "MonthClosingPreviewCounts")
public record MonthPreviewCounts(
        YearMonth month, @Schema(nullable = true) Instant closesAt, List<AreaCountView> areas) {

    /**
     * The figures of an area.
     *
     * @param groupsDue groups whose month is not closed yet
     * @param facilitatorsBehind facilitators with a group without a record
     */
    @Schema(name = "MonthClosingPreviewCount")
    public record AreaCountView(
            String areaCode,
            int groupsDue,
            int groupsWithoutMeeting,
            int groupsWithoutSession,
            int facilitatorsBehind) {}
}
