package id.pkh.meeting.checkin;

import id.pkh.meeting.checkin.domain.CodeSteps;
import id.pkh.meeting.meeting.domain.MeetingKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The time in which families check in to a session. A facilitator opens it where the group meets;
 * it is of that day, shows a code that changes, and closes by itself.
 *
 * @param handle the part of its code that stays
 * @param secret of the part that changes
 */
record CheckInSession(
        UUID id,
        UUID groupId,
        String groupCode,
        String villageCode,
        MeetingKind kind,
        LocalDate heldOn,
        String handle,
        String secret,
        int stepSeconds,
        int stepsBack,
        Instant openedAt,
        String openedBy,
        Instant closesAt) {

    CodeSteps steps() {
        return new CodeSteps(stepSeconds, stepsBack);
    }

    boolean isOpen(Instant now) {
        return now.isBefore(closesAt);
    }
}
