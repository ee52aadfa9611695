package id.pkh.verification.work.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import jakarta.inject.Singleton;
import java.util.Set;

/** Suspensions whose obligations are met again, and which the policy lets a person end. */
@Singleton
class SuspensionsToLift extends FamilyRows {

    SuspensionsToLift(Database database) {
        super(database, "SUSPENSION_TO_LIFT", Set.of(Roles.MINISTRY_OFFICER));
    }

    @Override
    protected String sql(String visible) {
        return "SELECT p.proposed_on AS due_on, p.lift_proposal_id AS id, p.kpm_id, "
                + villageOf("p.kpm_id")
                + ", '/api/v1/decisions/' || p.decision_id || '/lift' AS href"
                + " FROM lift_proposal p"
                + " WHERE p.withdrawn_at IS NULL AND p.is_person_needed"
                + " AND (p.proposed_on, p.lift_proposal_id) > (:from, :after)"
                + " AND NOT EXISTS (SELECT FROM decision_lift l WHERE l.decision_id = p.decision_id OFFSET 0)"
                + " AND NOT EXISTS (SELECT FROM sanction_decision d WHERE d.decision_id = p.decision_id"
                + " AND :subject IN (d.prepared_by, d.decided_by) OFFSET 0) AND "
                + isVisible("p.kpm_id", visible)
                + " ORDER BY p.proposed_on, p.lift_proposal_id LIMIT :limit";
    }
}
