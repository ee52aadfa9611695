package id.pkh.platform.messaging.redrive;

import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads and writes the redrives in the database. */
@ApplicationScoped
class RedriveRows {

    private static final String COLUMNS =
            "redrive_id AS id, parked_ids AS ids, topic, event_key AS key, event_type AS type,"
                    + " reason, end_id, selected, settled, redriven, failed, blocked";

    private final Database database;
    private final Jobs jobs;

    RedriveRows(Database database, Jobs jobs) {
        this.database = database;
        this.jobs = jobs;
    }

    /** How many events a selection matches now. */
    long count(Selection selection) {
        Conditions selected = selection.conditions();
        return database.query(
                "SELECT count(*) FROM parked_event WHERE state = 'PARKED' AND " + selected.sql(),
                q -> q.bindMap(selected.values()).mapTo(Long.class).one());
    }

    /** Adds a redrive up to the newest event parked now; false when the id is known. */
    boolean add(UUID id, Selection selection) {
        Conditions selected = selection.conditions();
        return database.update(
                        "INSERT INTO redrive (redrive_id, parked_ids, topic, event_key, event_type, reason,"
                                + " end_id, selected) SELECT :id, :ids, :topic, :key, :type, :reason, newest.id,"
                                + " (SELECT count(*) FROM parked_event WHERE state = 'PARKED'"
                                + " AND parked_id <= newest.id AND "
                                + selected.sql()
                                + ") FROM (SELECT coalesce(max(parked_id), 0) AS id FROM parked_event) newest"
                                + " ON CONFLICT (redrive_id) DO NOTHING",
                        u -> {
                            u.bindMap(selected.values())
                                    .bind("id", id)
                                    .bind("topic", selection.topic())
                                    .bind("key", selection.key())
                                    .bind("type", selection.type())
                                    .bind("reason", selection.reason());
                            if (selection.ids() == null) {
                                u.bindNull("ids", Types.ARRAY);
                            } else {
                                u.bind("ids", SqlArrays.numbers(selection.ids()));
                            }
                        })
                == 1;
    }

    RedriveRow of(Job job) {
        return rows(List.of(job.jobId())).get(job.jobId());
    }

    /** A redrive with its job. */
    Optional<RedriveRun> run(UUID id) {
        return Optional.ofNullable(rows(List.of(id)).get(id))
                .map(row -> new RedriveRun(row, jobs.find(id).orElseThrow()));
    }

    /** The latest first, those before the one named; from the latest when it is null. */
    List<RedriveRun> latest(UUID before, int limit) {
        List<Job> latest = jobs.latest(RedriveWork.KIND, null, before, limit);
        Map<UUID, RedriveRow> rows = rows(latest.stream().map(Job::jobId).toList());
        return latest.stream().map(job -> new RedriveRun(rows.get(job.jobId()), job)).toList();
    }

    /** Adds to the counts, in the transaction of the effects. */
    void add(UUID id, RedriveRun.Progress progress) {
        database.update(
                "UPDATE redrive SET settled = settled + :settled, redriven = redriven + :redriven,"
                        + " failed = failed + :failed, blocked = blocked + :blocked WHERE redrive_id = :id",
                u -> u.bindMethods(progress).bind("id", id));
    }

    private Map<UUID, RedriveRow> rows(List<UUID> ids) {
        return database.query(
                "SELECT " + COLUMNS + " FROM redrive WHERE redrive_id = ANY (:ids)",
                q ->
                        q
                                .bind("ids", SqlArrays.uuids(ids))
                                .map(database.rowsAs(RedriveRow.class))
                                .stream()
                                .collect(Collectors.toMap(RedriveRow::id, Function.identity())));
    }
}
