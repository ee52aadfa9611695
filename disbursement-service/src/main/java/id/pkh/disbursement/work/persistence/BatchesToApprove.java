package id.pkh.disbursement.work.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import jakarta.inject.Singleton;
import java.util.Set;

/** Batches that a person who neither made them nor sealed their cycle has to approve. */
@Singleton
class BatchesToApprove extends NationalRows {

    BatchesToApprove(Database database) {
        super(database, "BATCH_TO_APPROVE", Set.of(Roles.MINISTRY_APPROVER));
    }

    @Override
    protected String rows() {
        return "SELECT (b.prepared_at AT TIME ZONE 'Asia/Jakarta')::date AS due_on, b.batch_id AS id,"
                + " NULL::text AS village_code, '/api/v1/payment-batches/' || b.batch_id || '/approval' AS href"
                + " FROM payment_batch b WHERE b.status = 'PREPARED' AND NOT :subject = ANY (b.makers)"
                + " AND NOT EXISTS (SELECT FROM cycle_seal s WHERE s.cycle_id = b.cycle_id"
                + " AND :subject IN (s.proposed_by, s.sealed_by))";
    }
}
