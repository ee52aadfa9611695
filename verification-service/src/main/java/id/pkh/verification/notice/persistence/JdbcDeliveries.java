package id.pkh.verification.notice.persistence;

import static id.pkh.platform.persistence.SqlArrays.uuids;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.notice.Deliveries;
import id.pkh.verification.notice.DeliveryAttempt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class JdbcDeliveries implements Deliveries {

    private static final String ADD =
            "INSERT INTO family_notice (notice_id, step_id, decision_id, kpm_id, outcome, route, occurred_on, delivered_by,"
                    + " evidence_reference, is_acknowledged, effect_due_on, recorded_by, recorded_on, recorded_at)"
                    + " VALUES (:notice, :step, :decision, :kpm, :outcome, :route, :occurred, :deliverer, :evidence,"
                    + " :acknowledged, :due, :by, :on, :at)";

    private static final String APPEALS_COUNT_FROM =
            "SELECT s.step_id, CASE WHEN s.needs_notice THEN greatest(n.occurred_on, n.recorded_on)"
                    + " ELSE s.issued_on END AS day FROM sanction_step s"
                    + " LEFT JOIN family_notice n ON n.step_id = s.step_id AND n.outcome = 'DELIVERED'"
                    + " WHERE s.step_id = ANY (:steps) AND (n.notice_id IS NOT NULL OR NOT s.needs_notice)";

    private static final String WAITING =
            "(SELECT 'STEP' AS subject, s.step_id AS subject_id, s.kpm_id, s.issued_on AS since"
                    + "   FROM sanction_step s WHERE s.needs_notice AND s.withdrawn_at IS NULL"
                    + "    AND NOT EXISTS (SELECT FROM family_notice n WHERE n.step_id = s.step_id AND n.outcome = 'DELIVERED')"
                    + " UNION ALL SELECT 'DECISION', d.decision_id, d.kpm_id, d.decided_on FROM decision_now d"
                    + "   WHERE d.takes_effect = 'ON_NOTICE' AND d.notice_id IS NULL AND d.lift_reason IS NULL) u";

    private static final String NOT_ANNOUNCED =
            " AND NOT EXISTS (SELECT FROM notice_overdue o WHERE o.subject_id = u.subject_id)"
                    + " ORDER BY u.subject_id";

    private static final String UNDELIVERED =
            "SELECT * FROM "
                    + WAITING
                    + " WHERE u.since <= :since AND (:after::uuid IS NULL OR u.subject_id > :after)"
                    + NOT_ANNOUNCED
                    + " LIMIT :limit";

    private static final String STILL_UNDELIVERED =
            "SELECT * FROM " + WAITING + " WHERE u.subject_id = ANY (:subjects)" + NOT_ANNOUNCED;

    private static final String ANNOUNCE =
            "INSERT INTO notice_overdue (subject_id, subject, kpm_id, since, recorded_at)"
                    + " VALUES (:id, :subject, :kpm, :since, :at) ON CONFLICT DO NOTHING";

    private record Beginning(UUID stepId, LocalDate day) {}

    private final Database database;
    private final Clock clock;

    JdbcDeliveries(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<DeliveryAttempt> ofStep(UUID stepId) {
        return of("step_id", stepId);
    }

    @Override
    public List<DeliveryAttempt> ofDecision(UUID decisionId) {
        return of("decision_id", decisionId);
    }

    private List<DeliveryAttempt> of(String column, UUID id) {
        return database.query(
                "SELECT * FROM family_notice WHERE " + column + " = :id ORDER BY notice_id",
                q -> q.bind("id", id).map(database.rowsAs(DeliveryAttempt.class)).list());
    }

    @Override
    public Map<UUID, LocalDate> appealsCountFrom(Collection<UUID> stepIds) {
        return database.query(
                APPEALS_COUNT_FROM,
                q ->
                        q.bind("steps", uuids(stepIds))
                                .map(database.rowsAs(Beginning.class))
                                .collectToMap(Beginning::stepId, Beginning::day));
    }

    @Override
    public void add(DeliveryAttempt attempt) {
        database.update(
                ADD,
                u ->
                        u.bind("notice", attempt.noticeId())
                                .bind("step", attempt.stepId())
                                .bind("decision", attempt.decisionId())
                                .bind("kpm", attempt.kpmId())
                                .bind("outcome", attempt.outcome())
                                .bind("route", attempt.route())
                                .bind("occurred", attempt.occurredOn())
                                .bind("deliverer", attempt.deliveredBy())
                                .bind("evidence", attempt.evidenceReference())
                                .bind("acknowledged", attempt.isAcknowledged())
                                .bind("due", attempt.effectDueOn())
                                .bind("by", attempt.recordedBy())
                                .bind("on", attempt.recordedOn())
                                .bind("at", attempt.recordedAt()));
    }

    @Override
    public List<Undelivered> undelivered(LocalDate since, UUID after, int limit) {
        return database.query(
                UNDELIVERED,
                q ->
                        q.bind("since", since)
                                .bind("after", after)
                                .bind("limit", limit)
                                .map(database.rowsAs(Undelivered.class))
                                .list());
    }

    @Override
    public List<Undelivered> stillUndelivered(Collection<UUID> subjectIds) {
        return database.query(
                STILL_UNDELIVERED,
                q ->
                        q.bind("subjects", uuids(subjectIds))
                                .map(database.rowsAs(Undelivered.class))
                                .list());
    }

    @Override
    public Set<UUID> familiesOf(Collection<UUID> subjectIds) {
        return database.query(
                "SELECT kpm_id FROM sanction_step WHERE step_id = ANY (:subjects)"
                        + " UNION SELECT kpm_id FROM sanction_decision WHERE decision_id = ANY (:subjects)",
                q -> q.bind("subjects", uuids(subjectIds)).mapTo(UUID.class).set());
    }

    @Override
    public long countUndelivered() {
        return database.query(
                "SELECT count(*) FROM notice_overdue o WHERE NOT EXISTS (SELECT FROM family_notice n"
                        + " WHERE n.outcome = 'DELIVERED' AND (n.step_id = o.subject_id OR n.decision_id = o.subject_id))"
                        + " AND NOT EXISTS (SELECT FROM sanction_step s"
                        + " WHERE s.step_id = o.subject_id AND s.withdrawn_at IS NOT NULL)"
                        + " AND NOT EXISTS (SELECT FROM decision_lift l WHERE l.decision_id = o.subject_id)",
                q -> q.mapTo(Long.class).one());
    }

    @Override
    public boolean markAnnounced(Undelivered undelivered) {
        return database.update(
                        ANNOUNCE,
                        u ->
                                u.bind("id", undelivered.subjectId())
                                        .bind("subject", undelivered.subject())
                                        .bind("kpm", undelivered.kpmId())
                                        .bind("since", undelivered.since())
                                        .bind("at", clock.instant()))
                == 1;
    }
}
