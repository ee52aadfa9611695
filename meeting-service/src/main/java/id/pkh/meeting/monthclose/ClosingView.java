package id.pkh.meeting.monthclose;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * How far a closing is.
 *
 * @param status RUNNING, INTERRUPTED (send the request again to resume it), STOPPED (by an
 *     operator, who can resume it) or DONE
 * @param outcome MONTH_ALREADY_CLOSED when the request changed nothing; null otherwise
 * @param groupsTotal groups that were due when it started
 * @param groupsClosed groups that it has closed so far
 * @param interruption what failed at the last attempt; null when nothing did
 */
public record ClosingView(
        UUID closingId,
        YearMonth month,
        String areaCode,
        String status,
        String outcome,
        int groupsTotal,
        int groupsClosed,
        int meetingsHeld,
        int meetingsNotHeld,
        int p2k2Held,
        int facilitatorsReviewed,
        Instant startedAt,
        Instant finishedAt,
        String interruption) {}
