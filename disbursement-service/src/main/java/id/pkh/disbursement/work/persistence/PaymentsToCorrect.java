package id.pkh.disbursement.work.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Payments that a bank refused or returned for another reason than the family's account or name;
 * these are {@link CorrectionsToMake}.
 */
@Singleton
class PaymentsToCorrect extends WaitingRows {

    PaymentsToCorrect(Database database) {
        super(
                database,
                "PAYMENT_TO_CORRECT",
                Set.of(Roles.FACILITATOR, Roles.COORDINATOR, Roles.DATA_ADMINISTRATOR));
    }

    @Override
    protected String areaColumn() {
        return "i.village_code";
    }

    /** A payment that was tried again waits for its bank, not for a person. */
    @Override
    protected String sql(String visible) {
        return "SELECT (i.status_at AT TIME ZONE 'Asia/Jakarta')::date AS due_on, i.payment_id AS id, i.kpm_id, i.village_code,"
                + " '/api/v1/payments/' || i.payment_id AS href FROM payment_instruction i"
                + " WHERE i.status IN ('REJECTED', 'RETURNED')"
                + " AND ((i.status_at AT TIME ZONE 'Asia/Jakarta')::date, i.payment_id) > (:from, :after)"
                + " AND NOT EXISTS (SELECT FROM payment_instruction later WHERE later.payment_id = i.payment_id"
                + " AND later.attempt > i.attempt AND later.status <> 'VOIDED' OFFSET 0)"
                + " AND NOT EXISTS (SELECT FROM bank_exception e WHERE e.instruction_id = i.instruction_id"
                + " AND e.exception_class = 'CORRECTION_PENDING' OFFSET 0)"
                + " AND :subject <> '' AND "
                + visible
                + " ORDER BY 1, 2 LIMIT :limit";
    }
}
