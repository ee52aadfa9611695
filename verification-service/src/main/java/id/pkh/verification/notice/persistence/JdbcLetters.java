package id.pkh.verification.notice.persistence;

import static id.pkh.platform.persistence.SqlArrays.uuids;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.VisibleAreas;
import id.pkh.verification.notice.LetterSubjects;
import id.pkh.verification.notice.NoticeFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class JdbcLetters implements LetterSubjects, NoticeFacts {

    /** A lifted decision and a withdrawn step concern a family only if it has the first letter. */
    private static final String DECISIONS =
            "SELECT d.decision_id AS subject_id, true AS is_decision, d.notice_id IS NOT NULL AS is_delivered"
                    + " FROM decision_now d WHERE d.kpm_id = k.kpm_id AND d.takes_effect = 'ON_NOTICE'"
                    + " AND (d.lift_reason IS NULL OR d.notice_id IS NOT NULL)";

    private static final String STEPS =
            "SELECT s.step_id, false, n.notice_id IS NOT NULL FROM sanction_step s"
                    + " LEFT JOIN family_notice n ON n.step_id = s.step_id AND n.outcome = 'DELIVERED'"
                    + " WHERE s.kpm_id = k.kpm_id AND s.needs_notice AND (s.withdrawn_at IS NULL OR n.notice_id IS NOT NULL)"
                    + " AND NOT EXISTS (SELECT FROM decision_now d WHERE d.step_id = s.step_id"
                    + "  AND d.takes_effect = 'ON_NOTICE' AND (d.lift_reason IS NULL OR d.notice_id IS NOT NULL))";

    private static final String SELECT =
            "SELECT u.subject_id, u.is_decision, k.kpm_id, k.group_code, k.village_code"
                    + " FROM kpm k CROSS JOIN LATERAL ("
                    + DECISIONS
                    + " UNION ALL "
                    + STEPS
                    + ") u WHERE ";

    /** A reinstatement ends the exits before it. */
    private static final String IN_EFFECT =
            "SELECT d.kpm_id, d.decision_id FROM decision_now d WHERE d.kpm_id = ANY (:kpms)"
                    + " AND d.measure NOT IN ('DISMISS', 'REINSTATE')"
                    + " AND (d.in_effect_from IS NOT NULL OR d.takes_effect = 'AS_RECORDED')"
                    + " AND NOT d.is_stayed AND d.lift_reason IS NULL"
                    + " AND (d.measure = 'SUSPEND' OR NOT EXISTS (SELECT FROM sanction_decision r"
                    + "  WHERE r.kpm_id = d.kpm_id AND r.decision = 'REINSTATE' AND r.decided_at > d.decided_at))";

    private record InEffect(UUID kpmId, UUID decisionId) {}

    private final Database database;

    JdbcLetters(Database database) {
        this.database = database;
    }

    @Override
    public List<Subject> select(Selection selection, AreaScope areas, int limit) {
        Conditions conditions =
                VisibleAreas.within("k.village_code", areas, selection.village())
                        .andIfGiven("k.group_code = ?", selection.groupCode());
        if (selection.isUndelivered()) {
            conditions.and("NOT u.is_delivered");
        }
        return database.query(
                SELECT + conditions.sql() + " LIMIT :limit",
                q ->
                        q.bindMap(conditions.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(Subject.class))
                                .list());
    }

    @Override
    public Map<UUID, Set<UUID>> decisionsInEffect(Collection<UUID> kpmIds) {
        return database
                .query(
                        IN_EFFECT,
                        q ->
                                q.bind("kpms", uuids(kpmIds))
                                        .map(database.rowsAs(InEffect.class))
                                        .list())
                .stream()
                .collect(
                        Collectors.groupingBy(
                                InEffect::kpmId,
                                Collectors.mapping(InEffect::decisionId, Collectors.toSet())));
    }
}
