package id.pkh.verification.attendance.persistence;

import static id.pkh.platform.persistence.SqlArrays.codes;
import static id.pkh.platform.persistence.SqlArrays.days;
import static id.pkh.platform.persistence.SqlArrays.instants;
import static id.pkh.platform.persistence.SqlArrays.months;
import static id.pkh.platform.persistence.SqlArrays.numbers;
import static id.pkh.platform.persistence.SqlArrays.texts;
import static id.pkh.platform.persistence.SqlArrays.uuids;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.attendance.MeetingRecord;
import id.pkh.verification.attendance.MeetingRecord.MeetingKey;
import id.pkh.verification.attendance.Meetings;
import id.pkh.verification.attendance.domain.MeetingKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;

/** Set-based: one statement for all meetings of a poll. */
@ApplicationScoped
class JdbcMeetings implements Meetings {

    private static final String ADD_MEETINGS =
            "INSERT INTO meeting_fact (group_id, month, kind, sequence, meeting_id, makes_up, outcome, reason,"
                    + " attribution, village_code, kpm_ids, event_id, occurred_on, recorded_at, received_at)"
                    + " SELECT m.group_id, m.month, m.kind, m.sequence, m.meeting_id, m.makes_up, m.outcome, m.reason, m.attribution,"
                    + " m.village_code, string_to_array(m.kpm_ids, ',')::uuid[], m.event_id, m.occurred_on,"
                    + " m.recorded_at, :now FROM unnest(:groups, :months, :kinds, :sequences, :meetings, :makeUps, :outcomes, :reasons,"
                    + " :attributions, :villages, :kpms, :events, :days, :times)"
                    + " AS m (group_id, month, kind, sequence, meeting_id, makes_up, outcome, reason, attribution, village_code, kpm_ids,"
                    + " event_id, occurred_on, recorded_at) ON CONFLICT DO NOTHING";

    private static final String ADD_MARKS =
            "INSERT INTO attendance_fact (kpm_id, month, kind, group_id, sequence, mark, reason, attribution,"
                    + " occurred_on, recorded_at) SELECT * FROM unnest(:kpms, :months, :kinds, :groups, :sequences,"
                    + " :marks, :reasons, :attributions, :days, :times) ON CONFLICT DO NOTHING";

    private static final String SUPERSEDE =
            "INSERT INTO meeting_standing (group_id, month, kind, meeting_id, sequence)"
                    + " SELECT * FROM unnest(:groups, :months, :kinds, :meetings, :sequences)"
                    + " ON CONFLICT (group_id, month, kind, meeting_id) DO UPDATE SET sequence = excluded.sequence"
                    + " WHERE meeting_standing.sequence < excluded.sequence"
                    + " RETURNING group_id, month, kind, meeting_id";

    /** The later of held and not held stands. */
    private static final String END_CONTRARY =
            "DELETE FROM meeting_standing s USING meeting_fact f, meeting_standing later, meeting_fact g"
                    + " WHERE s.group_id = ANY (:groups) AND s.month = ANY (:months)"
                    + " AND f.group_id = s.group_id AND f.month = s.month AND f.kind = s.kind"
                    + " AND f.sequence = s.sequence AND later.group_id = s.group_id AND later.month = s.month"
                    + " AND later.kind = s.kind AND later.sequence > s.sequence AND g.group_id = s.group_id"
                    + " AND g.month = s.month AND g.kind = s.kind AND g.sequence = later.sequence"
                    + " AND g.outcome <> f.outcome";

    /** A correction names the meeting that was recorded before meetings were told apart. */
    private static final String ADOPT =
            "UPDATE meeting_standing s SET meeting_id = c.meeting_id"
                    + " FROM unnest(:groups, :months, :kinds, :meetings) AS c (group_id, month, kind, meeting_id),"
                    + " meeting_fact f WHERE s.group_id = c.group_id AND s.month = c.month AND s.kind = c.kind"
                    + " AND s.meeting_id = :none AND f.group_id = s.group_id AND f.month = s.month"
                    + " AND f.kind = s.kind AND f.sequence = s.sequence AND f.outcome = 'HELD'"
                    + " AND NOT EXISTS (SELECT FROM meeting_standing own WHERE own.group_id = c.group_id"
                    + " AND own.month = c.month AND own.kind = c.kind AND own.meeting_id = c.meeting_id)";

    private static final String CURRENT_FAMILIES =
            "SELECT f.group_id, f.month, f.kind, unnest(f.kpm_ids) AS kpm_id"
                    + " FROM (SELECT DISTINCT * FROM unnest(:groups, :months, :kinds)) AS k (group_id, month, kind)"
                    + " JOIN meeting_standing s USING (group_id, month, kind)"
                    + " JOIN meeting_fact f USING (group_id, month, kind, sequence)";

    private record FamilyMark(MeetingRecord meeting, UUID kpmId, String mark) {}

    private record FamilyRow(UUID groupId, YearMonth month, MeetingKind kind, UUID kpmId) {

        MeetingKey key() {
            return new MeetingKey(groupId, month, kind, MeetingKey.NO_MEETING);
        }
    }

    private final Database database;
    private final Clock clock;

    JdbcMeetings(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void add(List<MeetingRecord> records) {
        database.update(
                ADD_MEETINGS,
                u ->
                        withKeys(u, keysOf(records))
                                .bind("now", clock.instant())
                                .bind("sequences", numbers(records, MeetingRecord::sequence))
                                .bind("meetings", uuids(records, r -> r.key().meetingId()))
                                .bind("makeUps", uuids(records, MeetingRecord::makesUp))
                                .bind(
                                        "outcomes",
                                        texts(records, r -> r.isHeld() ? "HELD" : "NOT_HELD"))
                                .bind("reasons", texts(records, MeetingRecord::reason))
                                .bind("attributions", texts(records, MeetingRecord::attribution))
                                .bind("villages", texts(records, MeetingRecord::villageCode))
                                .bind("kpms", texts(records, JdbcMeetings::joinedIds))
                                .bind("events", uuids(records, MeetingRecord::eventId))
                                .bind("days", days(records, MeetingRecord::occurredOn))
                                .bind("times", instants(records, MeetingRecord::recordedAt)));
        addMarks(
                records.stream()
                        .flatMap(
                                r ->
                                        r.marks().entrySet().stream()
                                                .map(
                                                        m ->
                                                                new FamilyMark(
                                                                        r,
                                                                        m.getKey(),
                                                                        m.getValue())))
                        .toList());
    }

    private void addMarks(List<FamilyMark> marks) {
        List<MeetingRecord> meetings = marks.stream().map(FamilyMark::meeting).toList();
        database.update(
                ADD_MARKS,
                u ->
                        withKeys(u, keysOf(meetings))
                                .bind("kpms", uuids(marks, FamilyMark::kpmId))
                                .bind("sequences", numbers(meetings, MeetingRecord::sequence))
                                .bind("marks", texts(marks, FamilyMark::mark))
                                .bind("reasons", texts(meetings, MeetingRecord::reason))
                                .bind("attributions", texts(meetings, MeetingRecord::attribution))
                                .bind("days", days(meetings, MeetingRecord::occurredOn))
                                .bind("times", instants(meetings, MeetingRecord::recordedAt)));
    }

    @Override
    public Map<MeetingKey, Set<UUID>> currentFamilies(Collection<MeetingKey> keys) {
        return database.query(
                CURRENT_FAMILIES,
                q ->
                        withKeys(q, keys)
                                .map(database.rowsAs(FamilyRow.class))
                                .collect(
                                        Collectors.groupingBy(
                                                FamilyRow::key,
                                                Collectors.mapping(
                                                        FamilyRow::kpmId, Collectors.toSet()))));
    }

    @Override
    public Set<MeetingKey> supersede(List<MeetingRecord> latest) {
        adopt(latest.stream().filter(MeetingRecord::isCorrection).toList());
        List<MeetingKey> keys = keysOf(latest);
        Set<MeetingKey> changed =
                database.query(
                        SUPERSEDE,
                        q ->
                                withKeys(q, keys)
                                        .bind("meetings", uuids(keys, MeetingKey::meetingId))
                                        .bind("sequences", numbers(latest, MeetingRecord::sequence))
                                        .map(database.rowsAs(MeetingKey.class))
                                        .set());
        database.update(
                END_CONTRARY,
                u ->
                        u.bind("groups", uuids(keys, MeetingKey::groupId))
                                .bind("months", months(keys, MeetingKey::month)));
        return changed;
    }

    private void adopt(List<MeetingRecord> corrections) {
        List<MeetingKey> keys = keysOf(corrections);
        if (!keys.isEmpty()) {
            database.update(
                    ADOPT,
                    u ->
                            withKeys(u, keys)
                                    .bind("meetings", uuids(keys, MeetingKey::meetingId))
                                    .bind("none", MeetingKey.NO_MEETING));
        }
    }

    private static List<MeetingKey> keysOf(List<MeetingRecord> records) {
        return records.stream().map(MeetingRecord::key).toList();
    }

    private static <S extends SqlStatement<S>> S withKeys(
            S statement, Collection<MeetingKey> keys) {
        return statement
                .bind("groups", uuids(keys, MeetingKey::groupId))
                .bind("months", months(keys, MeetingKey::month))
                .bind("kinds", codes(keys, MeetingKey::kind));
    }

    private static String joinedIds(MeetingRecord meeting) {
        return meeting.kpmIds().stream().map(UUID::toString).collect(Collectors.joining(","));
    }
}
