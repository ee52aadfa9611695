package id.pkh.meeting.checkin;

import id.pkh.meeting.meeting.domain.MeetingKind;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Check-in sessions as rows. */
@ApplicationScoped
class CheckInSessions {

    private static final String SELECT =
            "SELECT s.id, s.group_id, g.code AS group_code, g.village_code, s.kind, s.held_on, s.handle, s.secret,"
                    + " s.step_seconds, s.steps_back, s.opened_at, s.opened_by, s.closes_at FROM check_in_session s"
                    + " JOIN kpm_group g ON g.id = s.group_id WHERE ";

    private final Database database;

    CheckInSessions(Database database) {
        this.database = database;
    }

    CheckInSession require(UUID id, AreaScope areas) {
        return database.query(
                        SELECT + "s.id = :id",
                        q -> q.bind("id", id).map(database.rowsAs(CheckInSession.class)).findOne())
                .filter(session -> areas.covers(session.villageCode()))
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    Optional<CheckInSession> withHandle(String handle) {
        return database.query(
                SELECT + "s.handle = :handle",
                q -> q.bind("handle", handle).map(database.rowsAs(CheckInSession.class)).findOne());
    }

    Optional<CheckInSession> openOf(UUID groupId, MeetingKind kind, LocalDate day, Instant now) {
        return database.query(
                SELECT
                        + "s.group_id = :group AND s.kind = :kind AND s.held_on = :day AND s.closes_at > :now"
                        + " ORDER BY s.closes_at DESC LIMIT 1",
                q ->
                        q.bind("group", groupId)
                                .bind("kind", kind.name())
                                .bind("day", day)
                                .bind("now", now)
                                .map(database.rowsAs(CheckInSession.class))
                                .findOne());
    }

    void add(CheckInSession session) {
        database.update(
                "INSERT INTO check_in_session (id, group_id, kind, held_on, handle, secret, step_seconds, steps_back,"
                        + " opened_at, opened_by, closes_at) VALUES (:id, :group, :kind, :day, :handle, :secret, :seconds,"
                        + " :back, :opened, :by, :closes)",
                u ->
                        u.bind("id", session.id())
                                .bind("group", session.groupId())
                                .bind("kind", session.kind().name())
                                .bind("day", session.heldOn())
                                .bind("handle", session.handle())
                                .bind("secret", session.secret())
                                .bind("seconds", session.stepSeconds())
                                .bind("back", session.stepsBack())
                                .bind("opened", session.openedAt())
                                .bind("by", session.openedBy())
                                .bind("closes", session.closesAt()));
    }
}
