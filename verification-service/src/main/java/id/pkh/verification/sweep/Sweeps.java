package id.pkh.verification.sweep;

import id.pkh.platform.messaging.trace.Causation;
import id.pkh.verification.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of sweeps: what is to be done and how far it has come. */
@ApplicationScoped
class Sweeps {

    private final Database database;
    private final Clock clock;

    Sweeps(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(UUID sweepId, String kind, long familiesTotal) {
        database.update(
                "INSERT INTO family_sweep (sweep_id, kind, state, families_total, correlation_id, started_at)"
                        + " VALUES (?, ?, 'RUNNING', ?, ?, ?)",
                sweepId,
                kind,
                familiesTotal,
                Causation.current().correlationId(),
                clock.instant());
    }

    Optional<SweepProgress> find(UUID sweepId) {
        return database.first(
                "SELECT * FROM family_sweep WHERE sweep_id = ?", Sweeps::progress, sweepId);
    }

    /** Takes the sweep for this transaction; empty when it is done or somebody else is at it. */
    Optional<SweepProgress> take(UUID sweepId) {
        return database.first(
                "SELECT * FROM family_sweep WHERE sweep_id = ? AND state = 'RUNNING' FOR UPDATE SKIP LOCKED",
                Sweeps::progress,
                sweepId);
    }

    List<UUID> unfinished() {
        return database.query(
                "SELECT sweep_id FROM family_sweep WHERE state = 'RUNNING' ORDER BY started_at",
                row -> Database.id(row, "sweep_id"));
    }

    void advance(UUID sweepId, UUID lastKpmId, int families) {
        database.update(
                "UPDATE family_sweep SET last_kpm_id = ?, families_done = families_done + ? WHERE sweep_id = ?",
                lastKpmId,
                families,
                sweepId);
    }

    void skip(UUID sweepId, UUID kpmId, String failure) {
        database.update(
                "INSERT INTO family_sweep_skipped (sweep_id, kpm_id, failure, skipped_at) VALUES (?, ?, ?, ?)",
                sweepId,
                kpmId,
                failure,
                clock.instant());
        database.update(
                "UPDATE family_sweep SET last_kpm_id = ?, families_skipped = families_skipped + 1 WHERE sweep_id = ?",
                kpmId,
                sweepId);
    }

    List<UUID> setAside(UUID sweepId) {
        return database.query(
                "SELECT kpm_id FROM family_sweep_skipped WHERE sweep_id = ? ORDER BY kpm_id",
                row -> Database.id(row, "kpm_id"),
                sweepId);
    }

    /** A family that had been set aside is dealt with; does nothing when somebody else did it. */
    void takeBack(UUID sweepId, UUID kpmId) {
        int taken =
                database.update(
                        "DELETE FROM family_sweep_skipped WHERE sweep_id = ? AND kpm_id = ?",
                        sweepId,
                        kpmId);
        database.update(
                "UPDATE family_sweep SET families_skipped = families_skipped - ?, families_done = families_done + ?"
                        + " WHERE sweep_id = ?",
                taken,
                taken,
                sweepId);
    }

    void finish(UUID sweepId) {
        database.update(
                "UPDATE family_sweep SET state = 'DONE', finished_at = ? WHERE sweep_id = ?",
                clock.instant(),
                sweepId);
    }

    private static SweepProgress progress(ResultSet row) throws SQLException {
        return new SweepProgress(
                Database.id(row, "sweep_id"),
                row.getString("kind"),
                row.getString("state"),
                row.getLong("families_total"),
                row.getLong("families_done"),
                row.getLong("families_skipped"),
                Database.id(row, "last_kpm_id"),
                row.getString("correlation_id"),
                Database.instant(row, "started_at"),
                Database.instant(row, "finished_at"));
    }
}
