package id.pkh.disbursement.calculation.persistence;

import id.pkh.disbursement.calculation.CalculationRuns;
import id.pkh.disbursement.jdbc.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcCalculationRuns implements CalculationRuns {

    private static final String COLUMNS =
            "run_id, cycle_id, status, checkpoint, families_total, families_done, payments_changed,"
                    + " started_by, started_at, finished_at, failure, owner, leased_until";

    private final Database database;

    JdbcCalculationRuns(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Run> latest(UUID cycleId) {
        return database.first(
                "SELECT "
                        + COLUMNS
                        + " FROM calculation_run WHERE cycle_id = ?"
                        + " ORDER BY started_at DESC, run_id DESC LIMIT 1",
                p -> p.uuid(cycleId),
                JdbcCalculationRuns::run);
    }

    @Override
    public void lockUnfinished(UUID cycleId) {
        database.first(
                "SELECT run_id FROM calculation_run WHERE cycle_id = ? AND status <> 'DONE' FOR UPDATE",
                p -> p.uuid(cycleId),
                row -> row.getObject(1, UUID.class));
    }

    @Override
    public void start(Run run) {
        database.update(
                "INSERT INTO calculation_run (run_id, cycle_id, status, families_total, started_by,"
                        + " started_at, owner, leased_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                p ->
                        p.uuid(run.runId())
                                .uuid(run.cycleId())
                                .text(run.status().name())
                                .number(run.familiesTotal())
                                .text(run.startedBy())
                                .instant(run.startedAt())
                                .uuid(run.owner())
                                .instant(run.leasedUntil()));
    }

    @Override
    public void takeOver(UUID runId, UUID owner, Instant leasedUntil) {
        database.update(
                "UPDATE calculation_run SET status = 'RUNNING', owner = ?, leased_until = ?, failure = NULL"
                        + " WHERE run_id = ? AND status <> 'DONE'",
                p -> p.uuid(owner).instant(leasedUntil).uuid(runId));
    }

    @Override
    public Optional<Run> renew(UUID runId, UUID owner, Instant leasedUntil) {
        return database.first(
                "UPDATE calculation_run SET leased_until = ?"
                        + " WHERE run_id = ? AND owner = ? AND status = 'RUNNING' RETURNING "
                        + COLUMNS,
                p -> p.instant(leasedUntil).uuid(runId).uuid(owner),
                JdbcCalculationRuns::run);
    }

    @Override
    public void advance(UUID runId, UUID checkpoint, int families, int paymentsChanged) {
        database.update(
                "UPDATE calculation_run SET checkpoint = ?, families_done = families_done + ?,"
                        + " payments_changed = payments_changed + ?, chunks = chunks + 1 WHERE run_id = ?",
                p -> p.uuid(checkpoint).number(families).number(paymentsChanged).uuid(runId));
    }

    @Override
    public void finish(UUID runId, Instant now) {
        database.update(
                "UPDATE calculation_run SET status = 'DONE', finished_at = ? WHERE run_id = ?",
                p -> p.instant(now).uuid(runId));
    }

    @Override
    public void interrupt(UUID runId, UUID owner, String failure) {
        database.update(
                "UPDATE calculation_run SET status = 'INTERRUPTED', failure = ?"
                        + " WHERE run_id = ? AND owner = ? AND status = 'RUNNING'",
                p -> p.text(failure).uuid(runId).uuid(owner));
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getObject("run_id", UUID.class),
                row.getObject("cycle_id", UUID.class),
                RunStatus.valueOf(row.getString("status")),
                row.getObject("checkpoint", UUID.class),
                row.getLong("families_total"),
                row.getLong("families_done"),
                row.getLong("payments_changed"),
                row.getString("started_by"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getString("failure"),
                row.getObject("owner", UUID.class),
                instant(row, "leased_until"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
