package id.pkh.meeting.meeting;

import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Proposals to take back meetings of closed months, as rows. */
@ApplicationScoped
class TakingBackRows {

    private static final String SELECT =
            "SELECT id AS proposal_id, meeting_id, revision, reason, proposed_at, proposed_by, outcome, settled_at,"
                    + " settled_by FROM meeting_taking_back WHERE ";

    private final Database database;

    TakingBackRows(Database database) {
        this.database = database;
    }

    List<TakingBackView> ofMeeting(UUID meetingId) {
        return database.query(
                SELECT + "meeting_id = :meeting ORDER BY id",
                q ->
                        q.bind("meeting", meetingId)
                                .map(database.rowsAs(TakingBackView.class))
                                .list());
    }

    Optional<TakingBackView> open(UUID meetingId) {
        return database.query(
                SELECT + "meeting_id = :meeting AND outcome IS NULL",
                q ->
                        q.bind("meeting", meetingId)
                                .map(database.rowsAs(TakingBackView.class))
                                .findOne());
    }

    Optional<TakingBackView> one(UUID meetingId, UUID id) {
        return database.query(
                SELECT + "meeting_id = :meeting AND id = :id",
                q ->
                        q.bind("meeting", meetingId)
                                .bind("id", id)
                                .map(database.rowsAs(TakingBackView.class))
                                .findOne());
    }

    void add(UUID id, MeetingEntity meeting, String reason, Instant now, String by) {
        database.update(
                "INSERT INTO meeting_taking_back (id, meeting_id, revision, reason, proposed_at, proposed_by)"
                        + " VALUES (:id, :meeting, :revision, :reason, :now, :by)",
                u ->
                        u.bind("id", id)
                                .bind("meeting", meeting.id)
                                .bind("revision", meeting.revision)
                                .bind("reason", reason)
                                .bind("now", now)
                                .bind("by", by));
    }

    void settle(UUID id, TakingBackOutcome outcome, Instant now, String by) {
        database.update(
                "UPDATE meeting_taking_back SET outcome = :outcome, settled_at = :now, settled_by = :by"
                        + " WHERE id = :id",
                u -> u.bind("id", id).bind("outcome", outcome).bind("now", now).bind("by", by));
    }
}
