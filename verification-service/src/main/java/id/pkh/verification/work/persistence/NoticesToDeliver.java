package id.pkh.verification.work.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.verification.decision.NoticePolicies;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Steps and decisions whose notice has not come to the family. People of the field deliver them, so
 * the families of their areas are few.
 */
@Singleton
class NoticesToDeliver extends FamilyRows {

    private final NoticePolicies policies;

    NoticesToDeliver(Database database, NoticePolicies policies) {
        super(database, "NOTICE_TO_DELIVER", Set.of(Roles.FACILITATOR, Roles.COORDINATOR));
        this.policies = policies;
    }

    @Override
    protected Map<String, Object> parameters(LocalDate today) {
        return Map.of("days", policies.inForceOn(today).daysUntilNotified());
    }

    @Override
    protected String sql(String visible) {
        return "SELECT due_on, id, kpm_id, since, village_code, href FROM ("
                + "SELECT s.issued_on + :days AS due_on, s.step_id AS id, kpm_id, s.issued_on AS since, k.village_code,"
                + " '/api/v1/sanction-steps/' || s.step_id || '/notices' AS href"
                + " FROM kpm k JOIN sanction_step s USING (kpm_id)"
                + " WHERE s.needs_notice AND s.withdrawn_at IS NULL"
                + " AND NOT EXISTS (SELECT FROM family_notice n WHERE n.step_id = s.step_id"
                + " AND n.outcome = 'DELIVERED') AND "
                + visible
                + " UNION ALL SELECT d.decided_on + :days, d.decision_id, kpm_id, d.decided_on, k.village_code,"
                + " '/api/v1/decisions/' || d.decision_id || '/notices'"
                + " FROM kpm k JOIN sanction_decision d USING (kpm_id) WHERE d.takes_effect = 'ON_NOTICE'"
                + " AND NOT EXISTS (SELECT FROM family_notice n WHERE n.decision_id = d.decision_id"
                + " AND n.outcome = 'DELIVERED')"
                + " AND NOT EXISTS (SELECT FROM decision_lift l WHERE l.decision_id = d.decision_id) AND "
                + visible
                + ") u WHERE (due_on, id) > (:from, :after) AND :subject <> ''"
                + " ORDER BY due_on, id LIMIT :limit";
    }
}
