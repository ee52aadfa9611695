package id.pkh.meeting.monthclose;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * The closing of a month in an area: first its groups, then the duty of the facilitators concerned.
 * The checkpoint ({@code lastGroupId}, {@code lastFacilitatorId}) moves with each chunk.
 *
 * @param interruption what broke the last attempt; null when nothing did
 */
record Closing(
        UUID id,
        YearMonth month,
        String areaCode,
        String phase,
        UUID lastGroupId,
        UUID lastFacilitatorId,
        int groupsTotal,
        int groupsClosed,
        int meetingsHeld,
        int meetingsNotHeld,
        int p2k2Held,
        int facilitatorsReviewed,
        Instant startedAt,
        String startedBy,
        Instant finishedAt,
        String interruption) {

    static final String GROUPS = "GROUPS";
    static final String DUTY = "DUTY";
    static final String DONE = "DONE";

    boolean isDone() {
        return phase.equals(DONE);
    }
}
