package id.pkh.disbursement.work.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Payments that a bank refused or returned, or that an officer took out of a batch, because of the
 * family's account or name, by the deadline of their correction. Each kind says what to ask the
 * family.
 */
abstract class CorrectionsToMake extends WaitingRows {

    private final String reasons;

    CorrectionsToMake(Database database, String kind, String... reasons) {
        super(
                database,
                kind,
                Set.of(Roles.FACILITATOR, Roles.COORDINATOR, Roles.DATA_ADMINISTRATOR));
        this.reasons = String.join(",", reasons);
    }

    @Override
    protected String areaColumn() {
        return "e.village_code";
    }

    @Override
    protected Map<String, Object> parameters(LocalDate today) {
        return Map.of("reasons", reasons);
    }

    @Override
    protected String sql(String visible) {
        return "SELECT e.due_on, e.exception_id AS id, e.kpm_id, e.village_code,"
                + " (e.found_at AT TIME ZONE 'Asia/Jakarta')::date AS since,"
                + " '/api/v1/payments/' || e.payment_id || '/situation' AS href FROM bank_exception e"
                + " WHERE e.exception_class = 'CORRECTION_PENDING' AND e.state = 'OPEN'"
                + " AND e.reason = ANY (string_to_array(:reasons, ','))"
                + " AND (e.due_on, e.exception_id) > (:from, :after) AND :subject <> '' AND "
                + visible
                + " ORDER BY e.due_on, e.exception_id LIMIT :limit";
    }
}
