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
 * What a group reported about one meeting, with the mark of each family, or that it held none in a
 * month. Codes are kept as they were published, including those that this service does not know
 * yet.
 *
 * @param sequence the latest record with the same key is the one that counts
 * @param isCorrection whether an earlier record about the meeting is corrected
 * @param makesUp the missed meeting for which it makes up; null for most
 * @param marks by family; NOT_HELD for each family when there was no meeting
 */
public record MeetingRecord(
        UUID eventId,
        MeetingKey key,
        long sequence,
        String villageCode,
        boolean isHeld,
        boolean isCorrection,
        UUID makesUp,
        String reason,
        String attribution,
        Map<UUID, String> marks,
        LocalDate occurredOn,
        Instant recordedAt,
        Causation causation) {

    /**
     * The subject of a record: a later record with the same subject supersedes it.
     *
     * @param month that the record is about: of what makes up for a meeting, the month of that one
     * @param meetingId {@link #NO_MEETING} when the group held none
     */
    public record MeetingKey(UUID groupId, YearMonth month, MeetingKind kind, UUID meetingId) {

        public static final UUID NO_MEETING = new UUID(0, 0);

        /** The same month of the same group, whichever meeting. */
        public MeetingKey ofTheMonth() {
            return new MeetingKey(groupId, month, kind, NO_MEETING);
        }
    }

    public List<UUID> kpmIds() {
        return List.copyOf(marks.keySet());
    }
}
