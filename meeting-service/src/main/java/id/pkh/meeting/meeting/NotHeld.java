package id.pkh.meeting.meeting;

import id.pkh.contracts.meeting.MeetingNotHeld;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * A month in which a group did not meet, why, and whose failure that is.
 *
 * @param facilitatorId null when nobody was responsible
 * @param kpmIds families that were owed the meeting
 */
public record NotHeld(
        UUID id,
        UUID groupId,
        YearMonth month,
        UUID facilitatorId,
        String reason,
        String attribution,
        List<UUID> kpmIds,
        Instant recordedAt,
        String recordedBy) {

    /** The same, said of the families that were owed the meeting as it turned out. */
    public NotHeld of(List<UUID> owed, UUID newId, Instant now, String by) {
        return new NotHeld(
                newId, groupId, month, facilitatorId, reason, attribution, owed, now, by);
    }

    boolean saysTheSameAs(NotHeld other) {
        return reason.equals(other.reason)
                && attribution.equals(other.attribution)
                && kpmIds.equals(other.kpmIds);
    }

    public MeetingNotHeld event(String groupCode, String villageCode, LocalDate occurredOn) {
        return new MeetingNotHeld(
                groupId,
                groupCode,
                villageCode,
                month,
                facilitatorId,
                reason,
                attribution,
                kpmIds,
                occurredOn,
                recordedAt);
    }
}
