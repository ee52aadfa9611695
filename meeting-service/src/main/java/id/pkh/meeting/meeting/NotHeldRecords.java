package id.pkh.meeting.meeting;

import id.pkh.meeting.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Months without a meeting. What is said later supersedes what was said before, and both are kept.
 */
@ApplicationScoped
public class NotHeldRecords {

    private final Database database;

    NotHeldRecords(Database database) {
        this.database = database;
    }

    Optional<NotHeld> standing(UUID groupId, YearMonth month) {
        return Optional.ofNullable(standing(List.of(groupId), month).get(groupId));
    }

    /** By group; a group of which nothing is said is left out. */
    public Map<UUID, NotHeld> standing(Collection<UUID> groupIds, YearMonth month) {
        Map<UUID, NotHeld> standing = new HashMap<>();
        database.query(
                "SELECT * FROM not_held WHERE group_id = ANY (?) AND month = ? AND superseded_at IS NULL",
                row -> standing.put(row.getObject("group_id", UUID.class), read(row)),
                Database.uuids(groupIds),
                month);
        return standing;
    }

    /** Whether there was anything to supersede. */
    boolean supersedeByMeeting(UUID groupId, YearMonth month, UUID meetingId, Instant now) {
        return database.update(
                        "UPDATE not_held SET superseded_at = ?, superseded_by_kind = 'MEETING', superseded_by = ?"
                                + " WHERE group_id = ? AND month = ? AND superseded_at IS NULL",
                        now,
                        meetingId,
                        groupId,
                        month)
                > 0;
    }

    /** Adds a record; one that stands for the same group and month is superseded by it. */
    public void add(NotHeld notHeld) {
        database.update(
                "UPDATE not_held SET superseded_at = ?, superseded_by_kind = 'NOT_HELD', superseded_by = ?"
                        + " WHERE group_id = ? AND month = ? AND superseded_at IS NULL",
                notHeld.recordedAt(),
                notHeld.id(),
                notHeld.groupId(),
                notHeld.month());
        database.update(
                "INSERT INTO not_held (id, group_id, month, facilitator_id, reason, attribution, kpm_ids, recorded_at,"
                        + " recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                notHeld.id(),
                notHeld.groupId(),
                notHeld.month(),
                notHeld.facilitatorId(),
                notHeld.reason(),
                notHeld.attribution(),
                Database.uuids(notHeld.kpmIds()),
                notHeld.recordedAt(),
                notHeld.recordedBy());
    }

    /** Adds records of groups and months of which nothing stands yet. */
    public void addFirst(List<NotHeld> first) {
        database.update(
                "INSERT INTO not_held (id, group_id, month, facilitator_id, reason, attribution, kpm_ids, recorded_at,"
                        + " recorded_by) SELECT id, group_id, month, facilitator_id, reason, attribution,"
                        + " kpm_ids::uuid[], recorded_at::timestamptz, recorded_by"
                        + " FROM unnest(?::uuid[], ?::uuid[], ?::date[], ?::uuid[], ?::text[], ?::text[], ?::text[],"
                        + " ?::text[], ?::text[]) AS first (id, group_id, month, facilitator_id, reason, attribution,"
                        + " kpm_ids, recorded_at, recorded_by)",
                Database.uuids(first.stream().map(NotHeld::id).toList()),
                Database.uuids(first.stream().map(NotHeld::groupId).toList()),
                Database.dates(first.stream().map(said -> said.month().atDay(1)).toList()),
                Database.uuids(first.stream().map(NotHeld::facilitatorId).toList()),
                Database.texts(first.stream().map(NotHeld::reason).toList()),
                Database.texts(first.stream().map(NotHeld::attribution).toList()),
                Database.texts(first.stream().map(NotHeldRecords::arrayText).toList()),
                Database.texts(first.stream().map(said -> said.recordedAt().toString()).toList()),
                Database.texts(first.stream().map(NotHeld::recordedBy).toList()));
    }

    /** PostgreSQL has no arrays of arrays of different lengths, so each travels as its text. */
    private static String arrayText(NotHeld said) {
        return said.kpmIds().stream()
                .map(UUID::toString)
                .collect(Collectors.joining(",", "{", "}"));
    }

    static NotHeld read(ResultSet row) throws SQLException {
        return new NotHeld(
                row.getObject("id", UUID.class),
                row.getObject("group_id", UUID.class),
                Database.monthOf(row, "month"),
                row.getObject("facilitator_id", UUID.class),
                row.getString("reason"),
                row.getString("attribution"),
                Database.uuidsOf(row, "kpm_ids"),
                Database.instantOf(row, "recorded_at"),
                row.getString("recorded_by"));
    }
}
