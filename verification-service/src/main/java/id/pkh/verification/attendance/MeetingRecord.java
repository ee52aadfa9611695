package id.pkh.verification.attendance;

import id.pkh.platform.messaging.trace.Causation;
import id.pkh.verification.attendance.domain.MeetingKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a group reported about one month: that it met, with everybody's mark, or that it did not.
 * Words are kept as they were published, also those that this service does not know yet.
 *
 * @param sequence the latest of a group's month and kind is the one that counts
 * @param marks by family; NOT_HELD for each when there was no meeting
 */
public record MeetingRecord(
        UUID eventId,
        MeetingKey key,
        long sequence,
        String villageCode,
        boolean isHeld,
        String reason,
        String attribution,
        Map<UUID, String> marks,
        LocalDate occurredOn,
        Instant recordedAt,
        Causation causation) {

    /** What two records are about when one of them supersedes the other. */
    public record MeetingKey(UUID groupId, YearMonth month, MeetingKind kind) {}

    public List<UUID> kpmIds() {
        return List.copyOf(marks.keySet());
    }
}
