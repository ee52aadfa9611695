package id.pkh.meeting.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A meeting in a list.
 *
 * @param facilitatorId who was responsible on that day; null when no one was
 * @param revision of the current attendance list
 */
public record MeetingView(
        UUID meetingId,
        UUID groupId,
        String groupCode,
        String villageCode,
        String kind,
        YearMonth month,
        LocalDate heldOn,
        UUID facilitatorId,
        String module,
        String session,
        int revision,
        Instant recordedAt) {}
