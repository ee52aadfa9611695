package id.pkh.disbursement.work.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import jakarta.inject.Singleton;
import java.util.Set;

/** Seals of cycles that an officer proposed, and that an approver has to confirm. */
@Singleton
class SealsToConfirm extends NationalRows {

    SealsToConfirm(Database database) {
        super(database, "SEAL_TO_CONFIRM", Set.of(Roles.MINISTRY_APPROVER));
    }

    @Override
    protected String rows() {
        return "SELECT (p.proposed_at AT TIME ZONE 'Asia/Jakarta')::date AS due_on, p.proposal_id AS id,"
                + " NULL::text AS village_code, '/api/v1/cycles/' || c.cycle_code || '/seal' AS href"
                + " FROM cycle_seal_proposal p JOIN payment_cycle c USING (cycle_id)"
                + " WHERE p.outcome IS NULL AND p.proposed_by <> :subject";
    }
}
