package id.pkh.verification.work.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import jakarta.inject.Singleton;
import java.util.Set;

/** Open appeals that the caller neither lodged nor took part in. */
@Singleton
class AppealsToDecide extends FamilyRows {

    AppealsToDecide(Database database) {
        super(
                database,
                "APPEAL_TO_DECIDE",
                Set.of(Roles.MINISTRY_OFFICER, Roles.MINISTRY_APPROVER));
    }

    @Override
    protected String sql(String visible) {
        return "SELECT coalesce(a.decide_by, a.lodged_on) AS due_on, a.appeal_id AS id, a.kpm_id, a.lodged_on AS since, "
                + villageOf("a.kpm_id")
                + ", '/api/v1/appeals/' || a.appeal_id || '/decision' AS href"
                + " FROM appeal a WHERE a.decision IS NULL AND a.lodged_by <> :subject"
                + " AND (coalesce(a.decide_by, a.lodged_on), a.appeal_id) > (:from, :after)"
                + " AND NOT EXISTS (SELECT FROM sanction_decision d WHERE d.decision_id = a.decision_id"
                + " AND :subject IN (d.prepared_by, d.decided_by) OFFSET 0)"
                + " AND NOT EXISTS (SELECT FROM sanction_decision d WHERE d.step_id = a.step_id"
                + " AND :subject IN (d.prepared_by, d.decided_by) OFFSET 0) AND "
                + isVisible("a.kpm_id", visible)
                + " ORDER BY coalesce(a.decide_by, a.lodged_on), a.appeal_id LIMIT :limit";
    }
}
