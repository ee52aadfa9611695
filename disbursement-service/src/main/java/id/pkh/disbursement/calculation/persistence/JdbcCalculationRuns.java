package id.pkh.disbursement.calculation.persistence;

import id.pkh.disbursement.calculation.CalculationRuns;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Counts the changes of each calculation. The progress of a calculation is in its job. */
@ApplicationScoped
class JdbcCalculationRuns implements CalculationRuns {

    private static final String LATEST =
            "SELECT r.run_id, r.cycle_id, CASE j.status WHEN 'DONE' THEN 'DONE'"
                    + " WHEN 'STOPPED' THEN 'INTERRUPTED' WHEN 'FAILED' THEN 'INTERRUPTED'"
                    + " ELSE 'RUNNING' END AS status, j.items_total AS families_total,"
                    + " j.items_done AS families_done, r.payments_changed,"
                    + " j.requested_by AS started_by, j.requested_at AS started_at, j.finished_at"
                    + " FROM calculation_run r JOIN job j ON j.job_id = r.run_id"
                    + " WHERE r.cycle_id = :cycle ORDER BY j.requested_at DESC, j.job_id DESC LIMIT 1";

    private final Database database;

    JdbcCalculationRuns(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Run> latest(UUID cycleId) {
        return database.query(
                LATEST, q -> q.bind("cycle", cycleId).map(database.rowsAs(Run.class)).findOne());
    }

    @Override
    public void start(UUID jobId, UUID cycleId) {
        database.update(
                "INSERT INTO calculation_run (run_id, cycle_id) VALUES (:job, :cycle)",
                u -> u.bind("job", jobId).bind("cycle", cycleId));
    }

    @Override
    public void countChanged(UUID jobId, int paymentsChanged) {
        database.update(
                "UPDATE calculation_run SET payments_changed = payments_changed + :changed"
                        + " WHERE run_id = :job",
                u -> u.bind("changed", paymentsChanged).bind("job", jobId));
    }
}
