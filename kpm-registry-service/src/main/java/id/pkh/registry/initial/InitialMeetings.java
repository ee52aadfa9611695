package id.pkh.registry.initial;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.initial.InitialRequests.MarkEntry;
import id.pkh.registry.initial.domain.InitialCodes.CancelReason;
import id.pkh.registry.initial.domain.InitialCodes.Speaker;
import id.pkh.registry.initial.domain.InitialCodes.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of initial meetings, their lists and what was recorded of them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class InitialMeetings {

    private static final String SELECT =
            """
            SELECT m.meeting_id, m.village_code, v.name AS village_name, m.batch, m.meets_on, m.starts_at, m.ends_at,
                   m.place, array_to_string(m.speakers, ',') AS speakers, m.cancel_reason, m.planned_by, m.planned_at,
                   c.listed, c.delivered, c.came, c.sent, c.absent,
                   (SELECT string_agg(DISTINCT t.topic, ',') FROM initial_record r, unnest(r.topics) AS t (topic)
                     WHERE r.meeting_id = m.meeting_id) AS topics
              FROM initial_meeting m JOIN area v ON v.code = m.village_code
              CROSS JOIN LATERAL (
                SELECT count(*) AS listed, count(d.kpm_id) AS delivered,
                       count(*) FILTER (WHERE a.mark = 'CAME') AS came,
                       count(*) FILTER (WHERE a.mark = 'SENT_SOMEBODY') AS sent,
                       count(*) FILTER (WHERE a.mark = 'DID_NOT_COME') AS absent
                  FROM initial_invitation i
                  LEFT JOIN initial_delivery d ON d.meeting_id = i.meeting_id AND d.kpm_id = i.kpm_id
                  LEFT JOIN LATERAL (SELECT l.mark FROM initial_mark l
                                      WHERE l.meeting_id = i.meeting_id AND l.kpm_id = i.kpm_id
                                      ORDER BY l.record_no DESC LIMIT 1) a ON true
                 WHERE i.meeting_id = m.meeting_id) c
             WHERE\s""";

    private static final String INSERT =
            """
            INSERT INTO initial_meeting (meeting_id, village_code, batch, meets_on, starts_at, ends_at, place, speakers,
                   planned_by, planned_at)
            VALUES (:id, :village, :batch, :day, :starts, :ends, :place, :speakers, :by, :now)
            """;

    private static final String CANDIDATES =
            """
            SELECT k.id FROM kpm k
             WHERE k.village_code = :village AND k.status IN ('CANDIDATE', 'INVITED')
               AND NOT EXISTS (SELECT FROM initial_invitation i WHERE i.kpm_id = k.id AND NOT i.withdrawn)
             ORDER BY k.id LIMIT :limit
            """;

    private final Database database;

    InitialMeetings(Database database) {
        this.database = database;
    }

    record MeetingRow(
            UUID meetingId,
            String villageCode,
            String villageName,
            String batch,
            LocalDate meetsOn,
            LocalTime startsAt,
            LocalTime endsAt,
            String place,
            String speakers,
            CancelReason cancelReason,
            String plannedBy,
            Instant plannedAt,
            long listed,
            long delivered,
            long came,
            long sent,
            long absent,
            String topics) {

        boolean isHeld() {
            return topics != null;
        }
    }

    /** A meeting as it is written. */
    record NewMeeting(
            UUID id,
            String villageCode,
            String batch,
            LocalDate day,
            LocalTime starts,
            LocalTime ends,
            String place,
            Set<Speaker> speakers,
            String by,
            Instant now) {}

    /** A family that somebody wants on a list. */
    record NamedFamily(UUID id, String villageCode, KpmStatus status) {}

    List<MeetingRow> list(Conditions which, int limit) {
        return database.queryWithFreshPlan(
                SELECT + which.sql() + " ORDER BY m.meeting_id LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(MeetingRow.class))
                                .list());
    }

    /** Locks the meeting, so that it is not cancelled and recorded at once. */
    Optional<MeetingRow> lock(UUID id) {
        database.query(
                "SELECT meeting_id FROM initial_meeting WHERE meeting_id = :id FOR UPDATE",
                q -> q.bind("id", id).mapTo(UUID.class).list());
        return list(new Conditions().and("m.meeting_id = ?", id), 1).stream().findFirst();
    }

    void insert(NewMeeting meeting) {
        database.update(
                INSERT,
                u ->
                        u.bind("id", meeting.id())
                                .bind("village", meeting.villageCode())
                                .bind("batch", meeting.batch())
                                .bind("day", meeting.day())
                                .bind("starts", meeting.starts())
                                .bind("ends", meeting.ends())
                                .bind("place", meeting.place())
                                .bind(
                                        "speakers",
                                        SqlArrays.codes(
                                                meeting.speakers().stream().sorted().toList(),
                                                speaker -> speaker))
                                .bind("by", meeting.by())
                                .bind("now", meeting.now()));
    }

    /** Candidates of a village who are on no list. */
    List<UUID> candidates(String village, int limit) {
        return database.query(
                CANDIDATES,
                q -> q.bind("village", village).bind("limit", limit).mapTo(UUID.class).list());
    }

    List<NamedFamily> families(Collection<UUID> ids) {
        return database.query(
                "SELECT id, village_code, status FROM kpm WHERE id = ANY (:ids)",
                q ->
                        q.bind("ids", SqlArrays.uuids(ids))
                                .map(database.rowsAs(NamedFamily.class))
                                .list());
    }

    void invite(UUID meeting, Collection<UUID> families) {
        database.update(
                "INSERT INTO initial_invitation (meeting_id, kpm_id)"
                        + " SELECT :meeting, unnest(:families)",
                u -> u.bind("meeting", meeting).bind("families", SqlArrays.uuids(families)));
    }

    void cancel(UUID meeting, CancelReason reason, String by, Instant now) {
        database.update(
                "UPDATE initial_meeting SET cancel_reason = :reason, cancelled_by = :by,"
                        + " cancelled_at = :now WHERE meeting_id = :id",
                u -> u.bind("reason", reason).bind("by", by).bind("now", now).bind("id", meeting));
        database.update(
                "UPDATE initial_invitation SET withdrawn = true WHERE meeting_id = :id",
                u -> u.bind("id", meeting));
    }

    void record(UUID meeting, Set<Topic> topics, List<MarkEntry> marks, String by, Instant now) {
        int number =
                database.query(
                        "SELECT coalesce(max(record_no), 0) + 1 FROM initial_record"
                                + " WHERE meeting_id = :id",
                        q -> q.bind("id", meeting).mapTo(Integer.class).one());
        database.update(
                "INSERT INTO initial_record (meeting_id, record_no, topics, recorded_by, recorded_at)"
                        + " VALUES (:id, :no, :topics, :by, :now)",
                u ->
                        u.bind("id", meeting)
                                .bind("no", number)
                                .bind(
                                        "topics",
                                        SqlArrays.codes(
                                                topics.stream().sorted().toList(), topic -> topic))
                                .bind("by", by)
                                .bind("now", now));
        database.update(
                "INSERT INTO initial_mark (meeting_id, kpm_id, record_no, mark)"
                        + " SELECT :id, l.kpm_id, :no, l.mark"
                        + " FROM unnest(:families, :marks) AS l (kpm_id, mark)",
                u ->
                        u.bind("id", meeting)
                                .bind("no", number)
                                .bind("families", SqlArrays.uuids(marks, MarkEntry::kpmId))
                                .bind("marks", SqlArrays.codes(marks, MarkEntry::mark)));
    }
}
