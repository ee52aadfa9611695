package id.pkh.verification.sweep;

import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of sweeps: the work to be done and its progress. */
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
                        + " VALUES (:sweep, :kind, 'RUNNING', :total, :correlation, :now)",
                u ->
                        u.bind("sweep", sweepId)
                                .bind("kind", kind)
                                .bind("total", familiesTotal)
                                .bind("correlation", Causation.current().correlationId())
                                .bind("now", clock.instant()));
    }

    Optional<SweepProgress> find(UUID sweepId) {
        return progress("SELECT * FROM family_sweep WHERE sweep_id = :sweep", sweepId);
    }

    /**
     * Locks the sweep for this transaction; empty when it is done or another worker has locked it.
     */
    Optional<SweepProgress> take(UUID sweepId) {
        return progress(
                "SELECT * FROM family_sweep WHERE sweep_id = :sweep AND state = 'RUNNING'"
                        + " FOR UPDATE SKIP LOCKED",
                sweepId);
    }

    private Optional<SweepProgress> progress(String sql, UUID sweepId) {
        return database.query(
                sql,
                q -> q.bind("sweep", sweepId).map(database.rowsAs(SweepProgress.class)).findOne());
    }

    List<UUID> unfinished() {
        return database.query(
                "SELECT sweep_id FROM family_sweep WHERE state = 'RUNNING' ORDER BY started_at",
                q -> q.mapTo(UUID.class).list());
    }

    void advance(UUID sweepId, UUID lastKpmId, int families) {
        database.update(
                "UPDATE family_sweep SET last_kpm_id = :last, families_done = families_done + :families"
                        + " WHERE sweep_id = :sweep",
                u -> u.bind("last", lastKpmId).bind("families", families).bind("sweep", sweepId));
    }

    void skip(UUID sweepId, UUID kpmId, String failure) {
        database.update(
                "INSERT INTO family_sweep_skipped (sweep_id, kpm_id, failure, skipped_at)"
                        + " VALUES (:sweep, :kpm, :failure, :now)",
                u ->
                        u.bind("sweep", sweepId)
                                .bind("kpm", kpmId)
                                .bind("failure", failure)
                                .bind("now", clock.instant()));
        database.update(
                "UPDATE family_sweep SET last_kpm_id = :kpm, families_skipped = families_skipped + 1"
                        + " WHERE sweep_id = :sweep",
                u -> u.bind("kpm", kpmId).bind("sweep", sweepId));
    }

    List<UUID> setAside(UUID sweepId) {
        return database.query(
                "SELECT kpm_id FROM family_sweep_skipped WHERE sweep_id = :sweep ORDER BY kpm_id",
                q -> q.bind("sweep", sweepId).mapTo(UUID.class).list());
    }

    /** Removes a set-aside family that was processed; does nothing when another worker did it. */
    void takeBack(UUID sweepId, UUID kpmId) {
        int taken =
                database.update(
                        "DELETE FROM family_sweep_skipped WHERE sweep_id = :sweep AND kpm_id = :kpm",
                        u -> u.bind("sweep", sweepId).bind("kpm", kpmId));
        database.update(
                "UPDATE family_sweep SET families_skipped = families_skipped - :taken,"
                        + " families_done = families_done + :taken WHERE sweep_id = :sweep",
                u -> u.bind("taken", taken).bind("sweep", sweepId));
    }

    void finish(UUID sweepId) {
        database.update(
                "UPDATE family_sweep SET state = 'DONE', finished_at = :now WHERE sweep_id = :sweep",
                u -> u.bind("now", clock.instant()).bind("sweep", sweepId));
    }
}
