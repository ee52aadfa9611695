package id.pkh.platform.jobs;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The tables of jobs. Times come from the database, so the clocks of the instances need not agree.
 */
@ApplicationScoped
class JobRows {

    private static final String COLUMNS =
            "job_id, kind, subject, parameters, status, checkpoint, items_total, items_done,"
                    + " items_set_aside, requested_by, origin, requested_at, moved_at, finished_at,"
                    + " last_failure, stopped_by, after_job";

    private static final String RESUME =
            "UPDATE job SET status = 'WAITING', stopped_by = NULL, failures = 0, last_failure = NULL,"
                    + " leased_until = '-infinity', not_before = '-infinity'";

    private final Database database;

    JobRows(Database database) {
        this.database = database;
    }

    /** False when an unfinished job of the kind has this subject. */
    boolean add(UUID jobId, JobOrder order, String origin) {
        return database.update(
                        "INSERT INTO job (job_id, kind, subject, parameters, status, items_total, requested_by,"
                                + " origin, after_job, requested_at, moved_at) VALUES (:id, :kind, :subject, :parameters,"
                                + " 'WAITING', :total, :by, :origin, (SELECT job_id FROM job WHERE job_id = :after),"
                                + " clock_timestamp(), clock_timestamp())"
                                + " ON CONFLICT (kind, subject) WHERE status <> 'DONE' DO NOTHING",
                        u ->
                                u.bind("id", jobId)
                                        .bind("kind", order.kind())
                                        .bind("subject", order.subject())
                                        .bind("parameters", order.parameters())
                                        .bind("total", order.itemsTotal())
                                        .bind("by", order.requestedBy())
                                        .bind("origin", origin)
                                        .bindByType("after", order.afterJob(), UUID.class))
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

    /** Takes the job of one of these kinds that has waited longest and has no owner. */
    Optional<UUID> claim(String owner, Iterable<String> kinds, Duration lease) {
        return database.query(
                "UPDATE job SET status = 'RUNNING', owner = :owner,"
                        + " leased_until = clock_timestamp() + make_interval(secs => :lease)"
                        + " WHERE job_id = (SELECT job_id FROM job AS waiting"
                        + " WHERE status IN ('WAITING', 'RUNNING') AND kind IN (<kinds>)"
                        + " AND leased_until < clock_timestamp() AND not_before < clock_timestamp()"
                        + " AND NOT EXISTS (SELECT 1 FROM job earlier"
                        + " WHERE earlier.job_id = waiting.after_job AND earlier.status <> 'DONE')"
                        + " ORDER BY moved_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED) RETURNING job_id",
                q ->
                        q.bindList("kinds", kinds)
                                .bind("owner", owner)
                                .bind("lease", seconds(lease))
                                .mapTo(UUID.class)
                                .findOne());
    }

    /**
     * Locks the job for this transaction; empty when this owner has lost it or the job was stopped.
     * Jobs that wait for this one can be planned nevertheless.
     */
    Optional<Job> lock(UUID jobId, String owner) {
        return database.query(
                "SELECT "
                        + COLUMNS
                        + " FROM job WHERE job_id = :id AND owner = :owner AND status = 'RUNNING' FOR NO KEY UPDATE",
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

    /** Gives the turn to other jobs. */
    void release(UUID jobId, String owner) {
        database.update(
                "UPDATE job SET status = 'WAITING', owner = NULL, leased_until = '-infinity'"
                        + " WHERE job_id = :id AND owner = :owner",
                u -> u.bind("id", jobId).bind("owner", owner));
    }

    /** Lets the job wait for a failure to pass, longer after each failure. */
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

    /** False when the job has already ended or is stopped. */
    boolean stop(UUID jobId, String by) {
        return database.update(
                        "UPDATE job SET status = 'STOPPED', owner = NULL, stopped_by = :by,"
                                + " moved_at = clock_timestamp()"
                                + " WHERE job_id = :id AND status IN ('WAITING', 'RUNNING', 'FAILED')",
                        u -> u.bind("by", by).bind("id", jobId))
                == 1;
    }

    /** False unless the job is stopped or has failed. */
    boolean resume(UUID jobId) {
        return database.update(
                        RESUME
                                + ", moved_at = clock_timestamp()"
                                + " WHERE job_id = :id AND status IN ('STOPPED', 'FAILED')",
                        u -> u.bind("id", jobId))
                == 1;
    }

    /**
     * Resumes the job, and the one that it waits for, where they have failed. A request that is
     * repeated again and again must not hide from operators that the job does not move.
     */
    int resumeFailed(UUID jobId) {
        return database.update(
                RESUME
                        + " WHERE status = 'FAILED' AND (job_id = :id"
                        + " OR job_id = (SELECT after_job FROM job WHERE job_id = :id))",
                u -> u.bind("id", jobId));
    }

    /**
     * The longest times in seconds; 0 when there is no such job.
     *
     * @param unmoved since a job last moved that should be moving
     * @param stopped since a person stopped a job
     */
    record Ages(double unmoved, double stopped) {}

    /**
     * Jobs have their turns in the order in which they last moved. So a job that merely waits for
     * its turn does not count while an instance works on another one. It does count when nothing is
     * worked on, or when it waits after a failure. In place of a job that follows another one, the
     * other one counts.
     *
     * @param endedWhenStopped kinds whose stopped jobs do not count
     */
    Ages ages(Collection<String> endedWhenStopped) {
        return database.query(
                "SELECT coalesce(max(age) FILTER (WHERE status IN ('RUNNING', 'FAILED')"
                        + " OR status = 'WAITING' AND NOT follows AND (last_failure IS NOT NULL OR NOT busy)), 0)"
                        + " AS unmoved,"
                        + " coalesce(max(age) FILTER (WHERE status = 'STOPPED' AND kind <> ALL (:ended)), 0)"
                        + " AS stopped FROM (SELECT status, kind, last_failure,"
                        + " extract(epoch FROM clock_timestamp() - moved_at)::float8 AS age,"
                        + " bool_or(status = 'RUNNING' AND leased_until > clock_timestamp()) OVER () AS busy,"
                        + " EXISTS (SELECT 1 FROM job earlier WHERE earlier.job_id = job.after_job"
                        + " AND earlier.status <> 'DONE') AS follows"
                        + " FROM job WHERE status <> 'DONE') AS unfinished",
                q ->
                        q.bind("ended", SqlArrays.texts(endedWhenStopped))
                                .map(database.rowsAs(Ages.class))
                                .one());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
