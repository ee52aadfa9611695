package id.pkh.disbursement.work.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Reports that are not the bank's proved word, because somebody brought them in on its behalf or
 * they state unsigned what became of a whole file: another person has to confirm them.
 */
@Singleton
class ReportsToConfirm extends NationalRows {

    ReportsToConfirm(Database database) {
        super(
                database,
                "REPORT_TO_CONFIRM",
                Set.of(Roles.MINISTRY_OFFICER, Roles.MINISTRY_APPROVER));
    }

    @Override
    protected String rows() {
        return "SELECT (r.received_at AT TIME ZONE 'Asia/Jakarta')::date AS due_on, r.report_id AS id,"
                + " NULL::text AS village_code, '/api/v1/bank-reports/' || r.report_id || '/confirmation' AS href"
                + " FROM bank_report r WHERE r.status = 'AWAITING_CONFIRMATION' AND r.received_by <> :subject"
                + " AND r.first_confirmed_by IS DISTINCT FROM :subject"
                + " AND NOT EXISTS (SELECT FROM payment_batch b WHERE b.batch_id IN (SELECT r.batch_id UNION ALL"
                + " SELECT n.batch_id FROM bank_report_named_batch n WHERE n.report_id = r.report_id)"
                + " AND (:subject = ANY (b.makers) OR :subject IN (b.approved_by, b.sent_by)))";
    }
}
