package id.pkh.meeting.monthclose;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The progress of a closing.
 *
 * @param status RUNNING, INTERRUPTED (send the request again to resume it), STOPPED (by an
 *     operator, who can resume it) or DONE
 * @param outcome MONTH_ALREADY_CLOSED when the request changed nothing; null otherwise
 * @param groupsTotal groups that were due when it started
 * @param groupsClosed groups that it has closed so far
 * @param startedBy "system" when the calendar started it
 * @param reason REQUEST of a person, or CALENDAR
 * @param interruption what failed at the last attempt; null when nothing did
 */
@Schema(name = "MonthClosing")
public record ClosingView(
        UUID closingId,
        YearMonth month,
        String areaCode,
        @Schema(enumeration = {"RUNNING", "INTERRUPTED", "STOPPED", "DONE"}) String status,
        @Schema(
                        nullable = true,
                        enumeration = {"MONTH_ALREADY_CLOSED"})
                String outcome,
        int groupsTotal,
        int groupsClosed,
        int meetingsHeld,
        int meetingsNotHeld,
        int p2k2Held,
        int facilitatorsReviewed,
        String startedBy,
        @Schema(enumeration = {"REQUEST", "CALENDAR"}) String reason,
        Instant startedAt,
        @Schema(nullable = true) Instant finishedAt,
        @Schema(nullable = true) String interruption) {}
