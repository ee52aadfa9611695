package id.pkh.meeting.duty.domain;

import java.time.YearMonth;
import java.util.UUID;

/**
 * The facts about one group, one duty and one closed month. A month that is not closed has none.
 *
 * @param facilitatorId who was responsible when the month ended; null when no one was
 */
public record GroupMonth(UUID groupId, YearMonth month, UUID facilitatorId, DutyOutcome outcome) {

    boolean isLapseOf(UUID facilitator) {
        return outcome == DutyOutcome.LAPSED && facilitator.equals(facilitatorId);
    }
}
