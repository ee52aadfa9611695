package id.pkh.disbursement.batch.persistence;

import id.pkh.disbursement.batch.Candidates;
import id.pkh.disbursement.batch.PreparationRuns.PaymentPosition;
import id.pkh.disbursement.batch.PreparationRuns.Run;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SqlCandidates implements Candidates {

    private static final PaymentPosition BEFORE_ALL = new PaymentPosition(new UUID(0, 0), "");

    static final String AFTER =
            """
            SELECT p.payment_id, p.kpm_id, p.kind, p.village_code, p.amount_idr, coalesce(i.attempts, 0) AS attempts
              FROM payment p
              LEFT JOIN LATERAL (
                   SELECT max(attempt) AS attempts, bool_or(is_open) AS is_open,
                          bool_or(status IN ('REJECTED', 'RETURNED')) AS has_failed,
                          bool_or(status_reason IN (SELECT reason FROM bank_reason WHERE meaning = 'NEVER')) AS is_barred
                     FROM payment_instruction WHERE payment_id = p.payment_id) i ON true
             WHERE p.cycle_id = :cycle AND p.status = 'PAYABLE' AND (p.kpm_id, p.kind) > (:kpm, :kind)
               AND NOT coalesce(i.is_open, false) AND (:includeFailed OR NOT coalesce(i.has_failed, false))
               AND NOT coalesce(i.is_barred, false)
               AND NOT EXISTS (
                   SELECT 1 FROM bank_exception e
                    WHERE e.payment_id = p.payment_id
                      AND e.exception_class IN ('CREDIT_NOT_INSTRUCTED', 'STATUS_CONTRADICTS', 'CREDIT_AFTER_RETURN',
                                               'RETURN_WITHOUT_CREDIT', 'ACCOUNT_MISMATCH', 'REFUSAL_UNCLEAR', 'DUPLICATE_CREDIT')
                      AND (e.state <> 'RESOLVED' OR e.finding = 'PAID'))
               AND NOT EXISTS (
                   SELECT 1 FROM bank_exception e
                    WHERE e.payment_id = p.payment_id AND e.exception_class = 'CORRECTION_PENDING' AND e.state <> 'RESOLVED')
             ORDER BY p.kpm_id, p.kind
             LIMIT :limit
            """;

    private final Database database;

    SqlCandidates(Database database) {
        this.database = database;
    }

    @Override
    public List<Candidate> after(Run run, int limit) {
        PaymentPosition after = run.checkpoint() == null ? BEFORE_ALL : run.checkpoint();
        database.lookUpByKey();
        return database.query(
                AFTER,
                q ->
                        q.bind("cycle", run.cycleId())
                                .bind("kpm", after.kpmId())
                                .bind("kind", after.kind())
                                .bind("includeFailed", run.includeFailed())
                                .bind("limit", limit)
                                .map(database.rowsAs(Candidate.class))
                                .list());
    }

    @Override
    public boolean areWithin(UUID cycleId, AreaScope areas) {
        if (areas.isEverywhere()) {
            return true;
        }
        Conditions within = new Conditions().andAnyArea("village_code", areas.codes());
        return database.query(
                "SELECT NOT EXISTS (SELECT 1 FROM payment WHERE cycle_id = :cycle AND status = 'PAYABLE' AND NOT ("
                        + within.sql()
                        + "))",
                q -> q.bind("cycle", cycleId).bindMap(within.values()).mapTo(Boolean.class).one());
    }
}
