package id.pkh.disbursement.batch.persistence;

import id.pkh.disbursement.batch.Candidates;
import id.pkh.disbursement.batch.PreparationRuns.Place;
import id.pkh.disbursement.batch.PreparationRuns.Run;
import id.pkh.disbursement.jdbc.Database;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class JdbcCandidates implements Candidates {

    private static final Place BEFORE_ALL = new Place(new UUID(0, 0), "");

    private static final String AFTER =
            """
            SELECT p.payment_id, p.kpm_id, p.kind, p.village_code, p.amount_idr, coalesce(i.attempts, 0) AS attempts
              FROM payment p
              LEFT JOIN LATERAL (
                   SELECT max(attempt) AS attempts,
                          bool_or(state NOT IN ('REJECTED', 'RETURNED', 'VOIDED')) AS is_open,
                          bool_or(state IN ('REJECTED', 'RETURNED')) AS has_failed
                     FROM instruction_state WHERE payment_id = p.payment_id) i ON true
             WHERE p.cycle_id = ? AND p.status = 'PAYABLE' AND (p.kpm_id, p.kind) > (?, ?)
               AND NOT coalesce(i.is_open, false) AND (? OR NOT coalesce(i.has_failed, false))
               AND NOT EXISTS (
                   SELECT 1 FROM bank_exception e
                    WHERE e.payment_id = p.payment_id
                      AND e.exception_class IN ('CREDIT_NOT_INSTRUCTED', 'STATUS_CONTRADICTS')
                      AND (e.state <> 'RESOLVED' OR e.finding = 'PAID'))
             ORDER BY p.kpm_id, p.kind
             LIMIT ?
            """;

    private static final String OUTSIDE =
            """
            SELECT EXISTS (SELECT 1 FROM payment
                            WHERE cycle_id = ? AND status = 'PAYABLE' AND NOT village_code LIKE ANY (?))
            """;

    private final Database database;

    JdbcCandidates(Database database) {
        this.database = database;
    }

    @Override
    public List<Candidate> after(Run run, int limit) {
        Place after = run.checkpoint() == null ? BEFORE_ALL : run.checkpoint();
        return database.list(
                AFTER,
                p ->
                        p.uuid(run.cycleId())
                                .uuid(after.kpmId())
                                .text(after.kind())
                                .flag(run.includeFailed())
                                .number(limit),
                row ->
                        new Candidate(
                                row.getObject("payment_id", UUID.class),
                                row.getObject("kpm_id", UUID.class),
                                row.getString("kind"),
                                row.getString("village_code"),
                                row.getLong("amount_idr"),
                                row.getInt("attempts")));
    }

    @Override
    public boolean areWithin(UUID cycleId, AreaScope areas) {
        return areas.isEverywhere()
                || !database.first(
                                OUTSIDE,
                                p -> p.uuid(cycleId).texts(Arrays.asList(areas.likePatterns())),
                                row -> row.getBoolean(1))
                        .orElseThrow();
    }
}
