package id.pkh.disbursement.work.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Exceptions with a bank, by their deadline: a proposal is missing, or another person's agreement
 * to one. An exception that matches no payment has no village, and is due for callers of the whole
 * country. A correction is work of the field ({@link CorrectionsToMake}) until somebody proposes
 * that none is needed.
 */
@Singleton
class ExceptionsToSettle extends WaitingRows {

    ExceptionsToSettle(Database database) {
        super(
                database,
                "EXCEPTION_TO_SETTLE",
                Set.of(Roles.DATA_ADMINISTRATOR, Roles.MINISTRY_OFFICER, Roles.MINISTRY_APPROVER));
    }

    @Override
    protected String areaColumn() {
        return "e.village_code";
    }

    @Override
    protected String sql(String visible) {
        return "SELECT e.due_on, e.exception_id AS id, e.kpm_id, e.village_code,"
                + " (e.found_at AT TIME ZONE 'Asia/Jakarta')::date AS since,"
                + " '/api/v1/bank-exceptions/' || e.exception_id || '/resolution' AS href FROM bank_exception e"
                + " WHERE e.state <> 'RESOLVED' AND e.proposed_by IS DISTINCT FROM :subject"
                + " AND (e.exception_class <> 'CORRECTION_PENDING' OR e.state = 'PROPOSED')"
                + " AND (e.due_on, e.exception_id) > (:from, :after) AND "
                + visible
                + " ORDER BY 1, 2 LIMIT :limit";
    }
}
