package id.pkh.registry.graduation;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.registry.graduation.domain.GraduationFacts;
import id.pkh.registry.graduation.domain.GraduationPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is on record about families that could be ready, of those in the programme. The statement
 * leaves out the families of which the rule says nothing, so that a page is full.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ReadyFamilies {

    /** One component without an end, and the last end is not known. */
    private static final String FACTS =
            """
            SELECT k.id AS kpm_id, k.village_code, k.group_code, k.participating_since AS member_since,
                   c.last_until AS last_component_until, v.visited_on AS income_improved_on,
                   v.visit_id AS income_visit_id, g.graduation_id
              FROM kpm k
              LEFT JOIN LATERAL (
                   SELECT CASE WHEN bool_and(until IS NOT NULL) THEN max(until) END AS last_until
                     FROM (SELECT least(m.component_until, m.died_on) AS until FROM family_member m
                            WHERE m.kpm_id = k.id AND m.former_since IS NULL AND m.component IS NOT NULL) components)
                   c ON true
              LEFT JOIN LATERAL (
                   SELECT h.visit_id, h.visited_on FROM home_visit h
                    WHERE h.kpm_id = k.id AND 'INCOME_IMPROVED' = ANY (h.findings)
                      AND NOT EXISTS (SELECT FROM home_visit later WHERE later.supersedes = h.visit_id)
                    ORDER BY h.visited_on DESC, h.visit_id DESC LIMIT 1) v ON true
              LEFT JOIN graduation g ON g.kpm_id = k.id AND g.state IN ('PROPOSED', 'FORWARDED', 'CONFIRMED')
             WHERE k.status IN ('ACTIVE', 'SUSPENDED')
            """;

    private final Database database;

    ReadyFamilies(Database database) {
        this.database = database;
    }

    record FactsRow(
            UUID kpmId,
            String villageCode,
            String groupCode,
            LocalDate memberSince,
            LocalDate lastComponentUntil,
            LocalDate incomeImprovedOn,
            UUID incomeVisitId,
            UUID graduationId) {

        GraduationFacts facts() {
            return new GraduationFacts(memberSince, lastComponentUntil, incomeImprovedOn);
        }
    }

    List<FactsRow> list(Conditions which, GraduationPolicy policy, LocalDate today, int limit) {
        which.and(
                "(c.last_until <= ? OR v.visited_on >= ? OR k.participating_since < ?)",
                policy.lastNaturalEnd(today),
                policy.firstVisit(today),
                policy.memberBefore(today));
        return read(which, limit);
    }

    /** Empty if the family is not in the programme. */
    Optional<FactsRow> of(UUID kpm) {
        return read(new Conditions().and("k.id = ?", kpm), 1).stream().findFirst();
    }

    private List<FactsRow> read(Conditions which, int limit) {
        return database.queryWithFreshPlan(
                FACTS + " AND " + which.sql() + " ORDER BY k.id LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(FactsRow.class))
                                .list());
    }
}
