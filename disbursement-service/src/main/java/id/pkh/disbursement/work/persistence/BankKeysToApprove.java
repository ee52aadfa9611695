package id.pkh.disbursement.work.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import jakarta.inject.Singleton;
import java.util.Set;

/** Keys of banks that an officer recorded, and that an approver has to compare and approve. */
@Singleton
class BankKeysToApprove extends NationalRows {

    BankKeysToApprove(Database database) {
        super(database, "BANK_KEY_TO_APPROVE", Set.of(Roles.MINISTRY_APPROVER));
    }

    @Override
    protected String rows() {
        return "SELECT (k.recorded_at AT TIME ZONE 'Asia/Jakarta')::date AS due_on, k.key_id AS id,"
                + " NULL::text AS village_code, '/api/v1/bank-keys/' || k.key_id || '/approval' AS href"
                + " FROM bank_key k WHERE k.status = 'RECORDED' AND k.recorded_by <> :subject";
    }
}
