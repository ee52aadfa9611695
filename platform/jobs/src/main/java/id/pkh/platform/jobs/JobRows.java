package id.pkh.platform.jobs;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables of jobs. Times are the database's, so instances need not agree about the clock. */
@ApplicationScoped
class JobRows {

    private static final String COLUMNS =
            "job_id, kind, subject, parameters, status, checkpoint, items_total, items_done,"
                    + " items_set_aside, requested_by, origin, requested_at, moved_at, finished_at,"
                    + " last_failure, stopped_by";

    private final Database database;

    JobRows(Database database) {
        this.database = database;
    }

    /** False when an unfinished job of the kind has this subject. */
    boolean add(UUID jobId, JobOrder order, String origin) {
        return database.update(
                        "INSERT INTO job (job_id, kind, subject, parameters, status, items_total, requested_by,"
                                + " origin, requested_at, moved_at) VALUES (:id, :kind, :subject, :parameters,"
                                + " 'WAITING', :total, :by, :origin, clock_timestamp(), clock_timestamp())"
                                + " ON CONFLICT (kind, subject) WHERE status <> 'DONE' DO NOTHING",
                        u ->
                                u.bind("id", jobId)
                                        .bind("kind", order.kind())
                                        .bind("subject", order.subject())
                                        .bind("parameters", order.parameters())
                                        .bind("total", order.itemsTotal())
                                        .bind("by", order.requestedBy())
                                        .bind("origin", origin))
                == 1;
    }

    Optional<Job> find(UUID jobId) {
        return database.query(
                "SELECT " + COLUMNS + " FROM job WHERE job_id = :id",
                q -> q.bind("id", jobId).map(database.rowsAs(Job.class)).findOne());
    }

    Optional<Job> unfinished(String kind, String subject) {
        return database.query(
                "SELECT "
                        + COLUMNS
                        + " FROM job WHERE kind = :kind AND subject = :subject AND status <> 'DONE'",
                q ->
                        q.bind("kind", kind)
                                .bind("subject", subject)
                                .map(database.rowsAs(Job.class))
                                .findOne());
    }

    /** The latest first, those before the job named. */
    List<Job> latest(String kind, Job.Status status, UUID before, int limit) {
        Conditions where =
                new Conditions()
                        .andIfGiven("kind = ?", kind)
                        .andIfGiven("status = ?", status)
                        .andIfGiven(
                                "(requested_at, job_id)"
                                        + " < (SELECT requested_at, job_id FROM job WHERE job_id = ?)",
                                before);
        return database.query(
                "SELECT "
                        + COLUMNS
                        + " FROM job WHERE "
                        + where.sql()
                        + " ORDER BY requested_at DESC, job_id DESC LIMIT :limit",
                q ->
                        q.bindMap(where.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(Job.class))
                                .list());
    }

    /** Takes the job that has waited longest and nobody works on, of one of these kinds. */
    Optional<UUID> claim(String owner, Iterable<String> kinds, Duration lease) {
        return database.query(
                "UPDATE job SET status = 'RUNNING', owner = :owner,"
                        + " leased_until = clock_timestamp() + make_interval(secs => :lease)"
                        + " WHERE job_id = (SELECT job_id FROM job"
                        + " WHERE status IN ('WAITING', 'RUNNING') AND kind IN (<kinds>)"
                        + " AND leased_until < clock_timestamp() AND not_before < clock_timestamp()"
                        + " ORDER BY moved_at LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING job_id",
                q ->
                        q.bindList("kinds", kinds)
                                .bind("owner", owner)
                                .bind("lease", seconds(lease))
                                .mapTo(UUID.class)
                                .findOne());
    }

    /** The job for this transaction alone; empty when this owner has lost it or it was stopped. */
    Optional<Job> lock(UUID jobId, String owner) {
        return database.query(
                "SELECT "
                        + COLUMNS
                        + " FROM job WHERE job_id = :id AND owner = :owner AND status = 'RUNNING' FOR UPDATE",
                q ->
                        q.bind("id", jobId)
                                .bind("owner", owner)
                                .map(database.rowsAs(Job.class))
                                .findOne());
    }

    /** Moves the checkpoint and renews the lease. */
    void advance(UUID jobId, String checkpoint, long done, long setAside, Duration lease) {
        database.update(
                "UPDATE job SET checkpoint = :checkpoint, items_done = items_done + :done,"
                        + " items_set_aside = items_set_aside + :aside, failures = 0, last_failure = NULL,"
                        + " moved_at = clock_timestamp(),"
                        + " leased_until = clock_timestamp() + make_interval(secs => :lease) WHERE job_id = :id",
                u ->
                        u.bind("checkpoint", checkpoint)
                                .bind("done", done)
                                .bind("aside", setAside)
                                .bind("lease", seconds(lease))
                                .bind("id", jobId));
    }

    void finish(UUID jobId) {
        database.update(
                "UPDATE job SET status = 'DONE', owner = NULL, finished_at = clock_timestamp(),"
                        + " moved_at = clock_timestamp(), last_failure = NULL WHERE job_id = :id",
                u -> u.bind("id", jobId));
    }

    /** Gives the turn to others. */
    void release(UUID jobId, String owner) {
        database.update(
                "UPDATE job SET status = 'WAITING', owner = NULL, leased_until = '-infinity'"
                        + " WHERE job_id = :id AND owner = :owner",
                u -> u.bind("id", jobId).bind("owner", owner));
    }

    /** Waits for a failure to pass, longer each time. */
    void postpone(UUID jobId, String owner, String failure, Duration longestPause) {
        database.update(
                "UPDATE job SET status = 'WAITING', owner = NULL, leased_until = '-infinity',"
                        + " failures = failures + 1, last_failure = :failure, not_before = clock_timestamp()"
                        + " + make_interval(secs => least(:longest, power(2, least(failures, 10))))"
                        + " WHERE job_id = :id AND owner = :owner",
                u ->
                        u.bind("failure", failure)
                                .bind("longest", seconds(longestPause))
                                .bind("id", jobId)
                                .bind("owner", owner));
    }

    void fail(UUID jobId, String owner, String failure) {
        database.update(
                "UPDATE job SET status = 'FAILED', owner = NULL, failures = failures + 1,"
                        + " last_failure = :failure WHERE job_id = :id AND owner = :owner",
                u -> u.bind("failure", failure).bind("id", jobId).bind("owner", owner));
    }

    /** False when it has ended already or is stopped. */
    boolean stop(UUID jobId, String by) {
        return database.update(
                        "UPDATE job SET status = 'STOPPED', owner = NULL, stopped_by = :by"
                                + " WHERE job_id = :id AND status IN ('WAITING', 'RUNNING', 'FAILED')",
                        u -> u.bind("by", by).bind("id", jobId))
                == 1;
    }

    /** False unless it is stopped or has failed. */
    boolean resume(UUID jobId) {
        return database.update(
                        "UPDATE job SET status = 'WAITING', stopped_by = NULL, failures = 0, last_failure = NULL,"
                                + " leased_until = '-infinity', not_before = '-infinity',"
                                + " moved_at = clock_timestamp()"
                                + " WHERE job_id = :id AND status IN ('STOPPED', 'FAILED')",
                        u -> u.bind("id", jobId))
                == 1;
    }

    void setAside(UUID jobId, String item, String reason) {
        database.update(
                "INSERT INTO job_set_aside VALUES (:id, :item, :reason, clock_timestamp())",
                u -> u.bind("id", jobId).bind("item", item).bind("reason", reason));
    }

    List<Jobs.SetAside> setAside(UUID jobId, String after, int limit) {
        return database.query(
                "SELECT item, reason, set_aside_at FROM job_set_aside"
                        + " WHERE job_id = :id AND item > :after ORDER BY item LIMIT :limit",
                q ->
                        q.bind("id", jobId)
                                .bind("after", after)
                                .bind("limit", limit)
                                .map(database.rowsAs(Jobs.SetAside.class))
                                .list());
    }

    /** Takes an item back for this transaction; false when it is not set aside any more. */
    boolean takeBack(UUID jobId, String item) {
        int taken =
                database.update(
                        "DELETE FROM job_set_aside WHERE job_id = :id AND item = :item",
                        u -> u.bind("id", jobId).bind("item", item));
        if (taken == 1) {
            database.update(
                    "UPDATE job SET items_set_aside = items_set_aside - 1, items_done = items_done + 1"
                            + " WHERE job_id = :id",
                    u -> u.bind("id", jobId));
        }
        return taken == 1;
    }

    /** Seconds since the job moved that has waited longest; 0 when none is unfinished. */
    double longestUnmovedSeconds() {
        return database.query(
                "SELECT coalesce(max(extract(epoch FROM clock_timestamp() - moved_at)), 0)::float8"
                        + " FROM job WHERE status IN ('WAITING', 'RUNNING', 'FAILED')",
                q -> q.mapTo(Double.class).one());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
