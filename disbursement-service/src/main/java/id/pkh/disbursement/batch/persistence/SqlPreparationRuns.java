package id.pkh.disbursement.batch.persistence;

import id.pkh.disbursement.batch.PreparationRuns;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;

@ApplicationScoped
class SqlPreparationRuns implements PreparationRuns {

    private final Database database;

    SqlPreparationRuns(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Run> latest(UUID cycleId) {
        return one(
                "SELECT * FROM preparation_run WHERE cycle_id = :cycle"
                        + " ORDER BY started_at DESC, run_id DESC LIMIT 1",
                q -> q.bind("cycle", cycleId));
    }

    @Override
    public Optional<Run> byId(UUID runId) {
        return one("SELECT * FROM preparation_run WHERE run_id = :run", q -> q.bind("run", runId));
    }

    private Optional<Run> one(String sql, Consumer<Query> bind) {
        return database.query(
                sql,
                q -> {
                    bind.accept(q);
                    return q.map((row, context) -> run(row)).findOne();
                });
    }

    @Override
    public void start(Run run) {
        database.update(
                "INSERT INTO preparation_run (run_id, cycle_id, status, include_failed, started_by,"
                        + " started_at, owner, leased_until)"
                        + " VALUES (:run, :cycle, :status, :includeFailed, :by, :at, :owner, "
                        + ":leasedUntil)",
                u ->
                        u.bind("run", run.runId())
                                .bind("cycle", run.cycleId())
                                .bind("status", run.status().name())
                                .bind("includeFailed", run.includeFailed())
                                .bind("by", run.startedBy())
                                .bind("at", run.startedAt())
                                .bind("owner", run.owner())
                                .bind("leasedUntil", run.leasedUntil()));
    }

    @Override
    public void takeOver(UUID runId, UUID owner, Instant leasedUntil) {
        database.update(
                "UPDATE preparation_run SET status = 'RUNNING', owner = :owner, leased_until = :leasedUntil,"
                        + " failure = NULL WHERE run_id = :run AND status <> 'DONE'",
                u -> u.bind("owner", owner).bind("leasedUntil", leasedUntil).bind("run", runId));
    }

    @Override
    public Optional<Run> renew(UUID runId, UUID owner, Instant leasedUntil) {
        return one(
                "UPDATE preparation_run SET leased_until = :leasedUntil"
                        + " WHERE run_id = :run AND owner = :owner AND status = 'RUNNING' RETURNING *",
                q -> q.bind("leasedUntil", leasedUntil).bind("run", runId).bind("owner", owner));
    }

    @Override
    public void advance(UUID runId, PaymentPosition checkpoint, int instructed, int notInstructed) {
        database.update(
                "UPDATE preparation_run SET checkpoint_kpm = :kpm, checkpoint_kind = :kind,"
                        + " instructed = instructed + :instructed, not_instructed = "
                        + "not_instructed + :notInstructed"
                        + " WHERE run_id = :run",
                u ->
                        u.bind("kpm", checkpoint.kpmId())
                                .bind("kind", checkpoint.kind())
                                .bind("instructed", instructed)
                                .bind("notInstructed", notInstructed)
                                .bind("run", runId));
    }

    @Override
    public void finish(UUID runId, Instant now) {
        database.update(
                "UPDATE preparation_run SET status = 'DONE', finished_at = :at WHERE run_id = :run",
                u -> u.bind("at", now).bind("run", runId));
    }

    @Override
    public void interrupt(UUID runId, UUID owner, String failure) {
        database.update(
                "UPDATE preparation_run SET status = 'INTERRUPTED', failure = :failure"
                        + " WHERE run_id = :run AND owner = :owner AND status = 'RUNNING'",
                u -> u.bind("failure", failure).bind("run", runId).bind("owner", owner));
    }

    private static Run run(ResultSet row) throws SQLException {
        UUID checkpoint = row.getObject("checkpoint_kpm", UUID.class);
        return new Run(
                row.getObject("run_id", UUID.class),
                row.getObject("cycle_id", UUID.class),
                RunStatus.valueOf(row.getString("status")),
                row.getBoolean("include_failed"),
                checkpoint == null
                        ? null
                        : new PaymentPosition(checkpoint, row.getString("checkpoint_kind")),
                row.getLong("instructed"),
                row.getLong("not_instructed"),
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
