package id.pkh.disbursement.batch.persistence;

import id.pkh.disbursement.batch.PreparationRuns;
import id.pkh.disbursement.jdbc.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcPreparationRuns implements PreparationRuns {

    private final Database database;

    JdbcPreparationRuns(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Run> latest(UUID cycleId) {
        return database.first(
                "SELECT * FROM preparation_run WHERE cycle_id = ?"
                        + " ORDER BY started_at DESC, run_id DESC LIMIT 1",
                p -> p.uuid(cycleId),
                JdbcPreparationRuns::run);
    }

    @Override
    public Optional<Run> byId(UUID runId) {
        return database.first(
                "SELECT * FROM preparation_run WHERE run_id = ?",
                p -> p.uuid(runId),
                JdbcPreparationRuns::run);
    }

    @Override
    public void start(Run run) {
        database.update(
                "INSERT INTO preparation_run (run_id, cycle_id, status, include_failed, started_by,"
                        + " started_at, owner, leased_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                p ->
                        p.uuid(run.runId())
                                .uuid(run.cycleId())
                                .text(run.status().name())
                                .flag(run.includeFailed())
                                .text(run.startedBy())
                                .instant(run.startedAt())
                                .uuid(run.owner())
                                .instant(run.leasedUntil()));
    }

    @Override
    public void takeOver(UUID runId, UUID owner, Instant leasedUntil) {
        database.update(
                "UPDATE preparation_run SET status = 'RUNNING', owner = ?, leased_until = ?, failure = NULL"
                        + " WHERE run_id = ? AND status <> 'DONE'",
                p -> p.uuid(owner).instant(leasedUntil).uuid(runId));
    }

    @Override
    public Optional<Run> renew(UUID runId, UUID owner, Instant leasedUntil) {
        return database.first(
                "UPDATE preparation_run SET leased_until = ?"
                        + " WHERE run_id = ? AND owner = ? AND status = 'RUNNING' RETURNING *",
                p -> p.instant(leasedUntil).uuid(runId).uuid(owner),
                JdbcPreparationRuns::run);
    }

    @Override
    public void advance(UUID runId, Place checkpoint, int instructed, int notInstructed) {
        database.update(
                "UPDATE preparation_run SET checkpoint_kpm = ?, checkpoint_kind = ?,"
                        + " instructed = instructed + ?, not_instructed = not_instructed + ? WHERE run_id = ?",
                p ->
                        p.uuid(checkpoint.kpmId())
                                .text(checkpoint.kind())
                                .number(instructed)
                                .number(notInstructed)
                                .uuid(runId));
    }

    @Override
    public void finish(UUID runId, Instant now) {
        database.update(
                "UPDATE preparation_run SET status = 'DONE', finished_at = ? WHERE run_id = ?",
                p -> p.instant(now).uuid(runId));
    }

    @Override
    public void interrupt(UUID runId, UUID owner, String failure) {
        database.update(
                "UPDATE preparation_run SET status = 'INTERRUPTED', failure = ?"
                        + " WHERE run_id = ? AND owner = ? AND status = 'RUNNING'",
                p -> p.text(failure).uuid(runId).uuid(owner));
    }

    private static Run run(ResultSet row) throws SQLException {
        UUID checkpoint = row.getObject("checkpoint_kpm", UUID.class);
        return new Run(
                row.getObject("run_id", UUID.class),
                row.getObject("cycle_id", UUID.class),
                RunStatus.valueOf(row.getString("status")),
                row.getBoolean("include_failed"),
                checkpoint == null ? null : new Place(checkpoint, row.getString("checkpoint_kind")),
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
