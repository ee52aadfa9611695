package id.pkh.registry.complaint;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.registry.complaint.domain.ComplaintCodes.Channel;
import id.pkh.registry.complaint.domain.ComplaintCodes.Outcome;
import id.pkh.registry.complaint.domain.ComplaintCodes.Priority;
import id.pkh.registry.complaint.domain.ComplaintCodes.RejectReason;
import id.pkh.registry.complaint.domain.ComplaintType;
import id.pkh.registry.complaint.domain.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The rows of complaints and of what people did with them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Complaints {

    private static final String SELECT =
            """
            SELECT c.complaint_id, c.kpm_id, k.village_code, c.type, c.priority, c.channel, c.member_id,
                   c.about_facilitator_id, c.visit_id, c.state, c.level, c.reach, c.round, c.version, c.due_on,
                   c.handler, c.outcome, c.reason, c.followed_up_by, c.closed_by, c.family_told_on, c.lodged_by,
                   c.lodged_at, c.text_cipher
              FROM complaint c JOIN kpm k ON k.id = c.kpm_id
             WHERE\s""";

    private static final String INSERT =
            """
            INSERT INTO complaint (complaint_id, kpm_id, type, priority, channel, member_id, about_facilitator_id,
                   visit_id, state, level, first_level, reach, round, version, due_on, lodged_by, lodged_as,
                   lodged_at, text_cipher)
            VALUES (:id, :kpm, :type, :priority, :channel, :member, :about, :visit, 'OPEN', :level, :level, :level,
                   1, 1, :due, :by, :role, :now, :text)
            """;

    private static final String BECOME =
            """
            UPDATE complaint SET state = :state, level = :level, reach = :reach, round = :round,
                   version = version + 1, due_on = :due, handler = :handler, outcome = :outcome, reason = :reason,
                   followed_up_by = :followedUpBy, closed_by = :closedBy, family_told_on = :told
             WHERE complaint_id = :id
            """;

    private static final String INSERT_ACT =
            """
            INSERT INTO complaint_act (complaint_id, act_no, act, level, by_person, acted_at, outcome, reason,
                   note_cipher)
            VALUES (:id, :no, :act, :level, :by, :now, :outcome, :reason, :note)
            """;

    private static final String LATE =
            """
            SELECT c.complaint_id FROM complaint c
             WHERE c.state IN ('OPEN', 'IN_PROGRESS', 'FOLLOWED_UP') AND c.due_on < :today AND c.level < 4
             ORDER BY c.due_on, c.complaint_id LIMIT :limit FOR UPDATE SKIP LOCKED
            """;

    private final Database database;

    Complaints(Database database) {
        this.database = database;
    }

    /** A complaint as it is lodged. */
    record NewComplaint(
            UUID id,
            UUID kpmId,
            ComplaintType type,
            Priority priority,
            Channel channel,
            UUID memberId,
            UUID aboutFacilitatorId,
            UUID visitId,
            Standing standing,
            String by,
            String role,
            Instant now,
            String text) {}

    /** What a person did with a complaint. */
    record ActRow(
            int actNo,
            String act,
            int level,
            String byPerson,
            Instant actedAt,
            Outcome outcome,
            RejectReason reason,
            byte[] noteCipher) {}

    List<ComplaintRow> list(Conditions which, int limit) {
        return database.queryWithFreshPlan(
                SELECT + which.sql() + " ORDER BY c.complaint_id LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(ComplaintRow.class))
                                .list());
    }

    void lock(UUID id) {
        database.query(
                "SELECT complaint_id FROM complaint WHERE complaint_id = :id FOR UPDATE",
                q -> q.bind("id", id).mapTo(UUID.class).findOne());
    }

    void insert(NewComplaint complaint, byte[] text) {
        database.update(
                INSERT,
                u ->
                        u.bind("id", complaint.id())
                                .bind("kpm", complaint.kpmId())
                                .bind("type", complaint.type())
                                .bind("priority", complaint.priority())
                                .bind("channel", complaint.channel())
                                .bind("member", complaint.memberId())
                                .bind("about", complaint.aboutFacilitatorId())
                                .bind("visit", complaint.visitId())
                                .bind("level", complaint.standing().level().rank())
                                .bind("due", complaint.standing().dueOn())
                                .bind("by", complaint.by())
                                .bind("role", complaint.role())
                                .bind("now", complaint.now())
                                .bind("text", text));
    }

    void become(UUID id, Standing standing) {
        database.update(
                BECOME,
                u ->
                        u.bind("id", id)
                                .bind("state", standing.state())
                                .bind("level", standing.level().rank())
                                .bind("reach", standing.reach().rank())
                                .bind("round", standing.round())
                                .bind("due", standing.dueOn())
                                .bind("handler", standing.handler())
                                .bind("outcome", standing.outcome())
                                .bind("reason", standing.reason())
                                .bind("followedUpBy", standing.followedUpBy())
                                .bind("closedBy", standing.closedBy())
                                .bind("told", standing.familyToldOn()));
    }

    void act(UUID id, ActRow act) {
        database.update(
                INSERT_ACT,
                u ->
                        u.bind("id", id)
                                .bind("no", act.actNo())
                                .bind("act", act.act())
                                .bind("level", act.level())
                                .bind("by", act.byPerson())
                                .bind("now", act.actedAt())
                                .bind("outcome", act.outcome())
                                .bind("reason", act.reason())
                                .bind("note", act.noteCipher()));
    }

    List<ActRow> acts(UUID id) {
        return database.query(
                "SELECT act_no, act, level, by_person, acted_at, outcome, reason, note_cipher"
                        + " FROM complaint_act WHERE complaint_id = :id ORDER BY act_no",
                q -> q.bind("id", id).map(database.rowsAs(ActRow.class)).list());
    }

    /** Locks complaints that are late and have a level above them, each for one instance. */
    List<UUID> lockLate(LocalDate today, int limit) {
        return database.query(
                LATE, q -> q.bind("today", today).bind("limit", limit).mapTo(UUID.class).list());
    }
}
