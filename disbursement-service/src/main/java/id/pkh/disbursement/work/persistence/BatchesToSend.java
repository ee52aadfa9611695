package id.pkh.disbursement.work.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import jakarta.inject.Singleton;
import java.util.Set;

/** Approved batches whose file a third person has to send to the bank. */
@Singleton
class BatchesToSend extends NationalRows {

    BatchesToSend(Database database) {
        super(database, "BATCH_TO_SEND", Set.of(Roles.MINISTRY_OFFICER, Roles.MINISTRY_APPROVER));
    }

    @Override
    protected String rows() {
        return "SELECT (b.approved_at AT TIME ZONE 'Asia/Jakarta')::date AS due_on, b.batch_id AS id,"
                + " NULL::text AS village_code, '/api/v1/payment-batches/' || b.batch_id || '/sending' AS href"
                + " FROM payment_batch b WHERE b.status = 'APPROVED' AND b.approved_by <> :subject"
                + " AND NOT :subject = ANY (b.makers)";
    }
}
