package id.pkh.verification.attendance.persistence;

import static id.pkh.verification.Database.column;

import id.pkh.verification.Database;
import id.pkh.verification.attendance.MeetingRecord;
import id.pkh.verification.attendance.MeetingRecord.MeetingKey;
import id.pkh.verification.attendance.Meetings;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Set-based: a statement for all meetings of a poll. */
@ApplicationScoped
class JdbcMeetings implements Meetings {

    private static final String ADD_MEETINGS =
            "INSERT INTO meeting_fact (group_id, month, kind, sequence, outcome, reason, attribution, village_code,"
                    + " kpm_ids, event_id, occurred_on, recorded_at, received_at)"
                    + " SELECT m.group_id, m.month, m.kind, m.sequence, m.outcome, m.reason, m.attribution,"
                    + " m.village_code, string_to_array(m.kpm_ids, ',')::uuid[], m.event_id, m.occurred_on,"
                    + " m.recorded_at, ? FROM unnest(?, ?, ?, ?, ?, ?::text[], ?::text[], ?::text[], ?, ?, ?, ?)"
                    + " AS m (group_id, month, kind, sequence, outcome, reason, attribution, village_code, kpm_ids,"
                    + " event_id, occurred_on, recorded_at) ON CONFLICT DO NOTHING";

    private static final String ADD_MARKS =
            "INSERT INTO attendance_fact (kpm_id, month, kind, group_id, sequence, mark, reason, attribution,"
                    + " occurred_on, recorded_at)"
                    + " SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?::text[], ?::text[], ?, ?) ON CONFLICT DO NOTHING";

    private static final String LET_STAND =
            "INSERT INTO meeting_standing (group_id, month, kind, sequence) SELECT * FROM unnest(?, ?, ?, ?)"
                    + " ON CONFLICT (group_id, month, kind) DO UPDATE SET sequence = excluded.sequence"
                    + " WHERE meeting_standing.sequence < excluded.sequence RETURNING group_id, month, kind";

    private record Mark(MeetingRecord meeting, UUID kpmId, String mark) {}

    private final Database database;
    private final Clock clock;

    JdbcMeetings(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void add(List<MeetingRecord> records) {
        Instant now = clock.instant();
        database.update(
                ADD_MEETINGS,
                now,
                column(records, r -> r.key().groupId()),
                column(records, r -> r.key().month().atDay(1)),
                column(records, r -> r.key().kind()),
                column(records, MeetingRecord::sequence),
                column(records, r -> r.isHeld() ? "HELD" : "NOT_HELD"),
                column(records, MeetingRecord::reason),
                column(records, MeetingRecord::attribution),
                column(records, MeetingRecord::villageCode),
                column(
                        records,
                        r ->
                                r.kpmIds().stream()
                                        .map(UUID::toString)
                                        .collect(Collectors.joining(","))),
                column(records, MeetingRecord::eventId),
                column(records, MeetingRecord::occurredOn),
                column(records, MeetingRecord::recordedAt));
        List<Mark> marks =
                records.stream()
                        .flatMap(
                                r ->
                                        r.marks().entrySet().stream()
                                                .map(m -> new Mark(r, m.getKey(), m.getValue())))
                        .toList();
        if (!marks.isEmpty()) {
            addMarks(marks);
        }
    }

    private void addMarks(List<Mark> marks) {
        database.update(
                ADD_MARKS,
                column(marks, Mark::kpmId),
                column(marks, m -> m.meeting().key().month().atDay(1)),
                column(marks, m -> m.meeting().key().kind()),
                column(marks, m -> m.meeting().key().groupId()),
                column(marks, m -> m.meeting().sequence()),
                column(marks, Mark::mark),
                column(marks, m -> m.meeting().reason()),
                column(marks, m -> m.meeting().attribution()),
                column(marks, m -> m.meeting().occurredOn()),
                column(marks, m -> m.meeting().recordedAt()));
    }

    @Override
    public Map<MeetingKey, Set<UUID>> familiesOnStanding(Collection<MeetingKey> keys) {
        return database
                .query(
                        "SELECT f.group_id, f.month, f.kind, f.kpm_ids FROM unnest(?, ?, ?) AS k (group_id, month, kind)"
                                + " JOIN meeting_standing s USING (group_id, month, kind)"
                                + " JOIN meeting_fact f USING (group_id, month, kind, sequence)",
                        row -> Map.entry(key(row), idsIn(row)),
                        keyColumns(keys))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Set<MeetingKey> supersede(List<MeetingRecord> latest) {
        List<MeetingKey> keys = latest.stream().map(MeetingRecord::key).toList();
        Object[] columns = keyColumns(keys);
        return new HashSet<>(
                database.query(
                        LET_STAND,
                        JdbcMeetings::key,
                        columns[0],
                        columns[1],
                        columns[2],
                        column(latest, MeetingRecord::sequence)));
    }

    private static Object[] keyColumns(Collection<MeetingKey> keys) {
        return new Object[] {
            column(keys, MeetingKey::groupId),
            column(keys, k -> k.month().atDay(1)),
            column(keys, MeetingKey::kind)
        };
    }

    private static MeetingKey key(ResultSet row) throws SQLException {
        return new MeetingKey(
                Database.id(row, "group_id"),
                YearMonth.from(Database.date(row, "month")),
                row.getString("kind"));
    }

    private static Set<UUID> idsIn(ResultSet row) throws SQLException {
        return Set.of((UUID[]) row.getArray("kpm_ids").getArray());
    }
}
