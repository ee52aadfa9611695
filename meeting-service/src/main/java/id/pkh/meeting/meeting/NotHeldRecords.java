package id.pkh.meeting.meeting;

import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Months without a meeting. A later record supersedes an earlier one, and both are kept. */
@ApplicationScoped
class NotHeldRecords {

    private final Database database;

    NotHeldRecords(Database database) {
        this.database = database;
    }

    /** By group; a group without a record is left out. */
    Map<UUID, NotHeldEntity> inEffect(Collection<UUID> groupIds, YearMonth month) {
        if (groupIds.isEmpty()) {
            return Map.of();
        }
        return NotHeldEntity.<NotHeldEntity>list(
                        "groupId in ?1 and month = ?2 and supersededAt is null",
                        groupIds,
                        month.atDay(1))
                .stream()
                .collect(Collectors.toMap(record -> record.groupId, Function.identity()));
    }

    /** By one statement: nearly every meeting supersedes nothing, and sheets arrive in hundreds. */
    void supersedeByMeeting(UUID groupId, YearMonth month, UUID meetingId, Instant now) {
        database.update(
                "UPDATE not_held SET superseded_at = :now, superseded_by_kind = :kind,"
                        + " superseded_by = :meeting"
                        + " WHERE group_id = :group AND month = :month AND superseded_at IS NULL",
                u ->
                        u.bind("now", now)
                                .bind("kind", NotHeldEntity.Successor.MEETING.name())
                                .bind("meeting", meetingId)
                                .bind("group", groupId)
                                .bind("month", month.atDay(1)));
    }

    /**
     * Adds records; each supersedes the record in effect for its group. The updates are flushed
     * first, because the database allows only one record in effect per group and month.
     */
    void add(Collection<NotHeldEntity> records, Map<UUID, NotHeldEntity> inEffect) {
        for (NotHeldEntity record : records) {
            NotHeldEntity before = inEffect.get(record.groupId);
            if (before != null) {
                before.supersede(NotHeldEntity.Successor.NOT_HELD, record.id, record.recordedAt);
            }
        }
        NotHeldEntity.flush();
        NotHeldEntity.persist(records);
        NotHeldEntity.flush();
    }
}
