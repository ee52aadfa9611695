package id.pkh.verification.status.persistence;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.VisibleAreas;
import id.pkh.verification.compliance.domain.CommitmentResult;
import id.pkh.verification.status.ComplianceStatuses;
import id.pkh.verification.status.domain.ComplianceStatusFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class JdbcComplianceStatuses implements ComplianceStatuses {

    /** The order of the index by village. */
    private static final String IN_ORDER = " ORDER BY k.village_code USING ~<~, k.kpm_id";

    /**
     * A protected step is no warning: what it is about is no fault of the family. The page is read
     * first, then the facts of its families by their keys.
     */
    private static final String FACTS =
            """
            SELECT k.kpm_id, k.village_code, d.suspended_from, d.suspension_reason, w.is_reminder, w.causes, w.issued_on,
                   r.result, r.reasons, (r.assessed_at AT TIME ZONE 'Asia/Jakarta')::date AS assessed_on
              FROM (SELECT k.kpm_id, k.village_code FROM kpm k WHERE %s) k
              LEFT JOIN commitment_result r ON r.kpm_id = k.kpm_id AND r.quarter_start = :quarter
                                           AND r.superseded_at IS NULL
              LEFT JOIN LATERAL (
                SELECT s.step = 'REMINDER' AS is_reminder, array_agg(DISTINCT s.cause ORDER BY s.cause) AS causes,
                       min(s.issued_on) AS issued_on
                  FROM sanction_step s
                 WHERE s.kpm_id = k.kpm_id AND s.withdrawn_at IS NULL AND NOT s.is_protected
                   AND s.period_start BETWEEN :quarter AND :last
                 GROUP BY 1 ORDER BY 1 LIMIT 1) w ON true
              LEFT JOIN LATERAL (
                SELECT coalesce(n.in_effect_from, n.effective_from) AS suspended_from, n.reason_code AS suspension_reason
                  FROM decision_now n
                 WHERE n.kpm_id = k.kpm_id AND n.measure = 'SUSPEND' AND n.lift_reason IS NULL AND NOT n.is_stayed
                   AND (n.in_effect_from IS NOT NULL OR n.takes_effect = 'AS_RECORDED')
                   AND coalesce(n.in_effect_from, n.effective_from) <= :until
                 ORDER BY 1, n.decision_id LIMIT 1) d ON true
            """;

    /** The same facts, grouped; of a regency each table is read once. */
    private static final String COUNTS =
            """
            WITH family AS (SELECT k.kpm_id, k.village_code FROM kpm k WHERE %s),
            step AS (
                SELECT s.kpm_id, bool_or(s.step <> 'REMINDER') AS is_warned, bool_or(s.step = 'REMINDER') AS is_reminded
                  FROM sanction_step s JOIN family USING (kpm_id)
                 WHERE s.withdrawn_at IS NULL AND NOT s.is_protected AND s.period_start BETWEEN :quarter AND :last
                 GROUP BY 1),
            suspended AS (
                SELECT DISTINCT n.kpm_id FROM decision_now n JOIN family USING (kpm_id)
                 WHERE n.measure = 'SUSPEND' AND n.lift_reason IS NULL AND NOT n.is_stayed
                   AND (n.in_effect_from IS NOT NULL OR n.takes_effect = 'AS_RECORDED')
                   AND coalesce(n.in_effect_from, n.effective_from) <= :until)
            SELECT k.village_code, d.kpm_id IS NOT NULL AS is_suspended, coalesce(w.is_warned, false) AS is_warned,
                   coalesce(w.is_reminded, false) AS is_reminded, r.result, count(*) AS families
              FROM family k
              LEFT JOIN step w USING (kpm_id)
              LEFT JOIN suspended d USING (kpm_id)
              LEFT JOIN commitment_result r ON r.kpm_id = k.kpm_id AND r.quarter_start = :quarter
                                           AND r.superseded_at IS NULL
             GROUP BY 1, 2, 3, 4, 5
            """;

    private static final String TAKES_PART = "k.status IN ('ACTIVE', 'SUSPENDED')";

    private final Database database;

    JdbcComplianceStatuses(Database database) {
        this.database = database;
    }

    @Override
    public List<FamilyRow> list(Quarter quarter, AreaScope scope, Position after, int limit) {
        Conditions which = VisibleAreas.within("k.village_code", scope).and(TAKES_PART);
        if (after != null) {
            which.and("k.village_code ~>=~ ?", after.villageCode())
                    .and(
                            "k.village_code ~>~ ? OR k.kpm_id > ?",
                            after.villageCode(),
                            after.kpmId());
        }
        return read(quarter, which, IN_ORDER + " LIMIT :limit", limit);
    }

    @Override
    public List<FamilyRow> of(Quarter quarter, AreaScope scope, Collection<UUID> kpmIds) {
        Conditions which =
                VisibleAreas.within("k.village_code", scope)
                        .and(TAKES_PART)
                        .and("k.kpm_id = ANY (?)", SqlArrays.uuids(kpmIds));
        return read(quarter, which, " LIMIT :limit", kpmIds.size());
    }

    private List<FamilyRow> read(Quarter quarter, Conditions which, String page, int limit) {
        return database.queryWithFreshPlan(
                FACTS.formatted(which.sql() + page) + IN_ORDER,
                q ->
                        q.bindMap(which.values())
                                .bind("quarter", quarter.firstDay())
                                .bind("last", quarter.lastDay())
                                .bind("until", quarter.until())
                                .bind("limit", limit)
                                .map(database.rowsAs(FamilyRow.class))
                                .list());
    }

    private record CountRow(
            String villageCode,
            boolean isSuspended,
            boolean isWarned,
            boolean isReminded,
            CommitmentResult result,
            long families) {

        StatusCount count() {
            return new StatusCount(
                    villageCode,
                    new ComplianceStatusFacts(isSuspended, isWarned, isReminded, result),
                    families);
        }
    }

    @Override
    public List<StatusCount> count(Quarter quarter, String regency) {
        Conditions which =
                VisibleAreas.within("k.village_code", AreaScope.only(regency)).and(TAKES_PART);
        return database.queryWithFreshPlan(
                COUNTS.formatted(which.sql()),
                q ->
                        q.bindMap(which.values())
                                .bind("quarter", quarter.firstDay())
                                .bind("last", quarter.lastDay())
                                .bind("until", quarter.until())
                                .map(database.rowsAs(CountRow.class))
                                .map(CountRow::count)
                                .list());
    }
}
