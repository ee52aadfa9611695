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
 * What a group reported about one month: that it met, with the mark of each family, or that it did
 * not. Codes are kept as they were published, including those that this service does not know yet.
 *
 * @param sequence the latest record of a group's month and kind is the one that counts
 * @param marks by family; NOT_HELD for each family when there was no meeting
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

    /** The subject of a record: a later record with the same subject supersedes it. */
    public record MeetingKey(UUID groupId, YearMonth month, MeetingKind kind) {}

    public List<UUID> kpmIds() {
        return List.copyOf(marks.keySet());
    }
}
