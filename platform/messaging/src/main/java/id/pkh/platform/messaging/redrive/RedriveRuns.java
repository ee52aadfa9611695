package id.pkh.platform.messaging.redrive;

import id.pkh.platform.messaging.parking.TopicKey;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;

/** Reads and writes the redrives in the database. */
@ApplicationScoped
class RedriveRuns {

    private static final String COLUMNS =
            "run_no, redrive_id AS id, requested_by, requested_at, parked_ids AS ids, topic,"
                    + " event_key AS key, event_type AS type, reason, end_id, selected, position_id,"
                    + " following_topic, following_key, settled, redriven, failed, blocked, state,"
                    + " updated_at, finished_at, stopped_by";

    private final Database database;

    RedriveRuns(Database database) {
        this.database = database;
    }

    /** How many events a selection matches now. */
    long count(Selection selection) {
        Conditions selected = selection.conditions();
        return database.query(
                "SELECT count(*) FROM parked_event WHERE state = 'PARKED' AND " + selected.sql(),
                q -> q.bindMap(selected.values()).mapTo(Long.class).one());
    }

    /** Begins a redrive up to the newest event parked now; does nothing when the id is known. */
    void begin(UUID id, Selection selection, String by) {
        Conditions selected = selection.conditions();
        database.update(
                "INSERT INTO redrive (redrive_id, requested_by, parked_ids, topic, event_key, event_type, reason,"
                        + " end_id, selected) SELECT :id, :by, :ids, :topic, :key, :type, :reason, newest.id,"
                        + " (SELECT count(*) FROM parked_event WHERE state = 'PARKED' AND parked_id <= newest.id AND "
                        + selected.sql()
                        + ") FROM (SELECT coalesce(max(parked_id), 0) AS id FROM parked_event) newest"
                        + " ON CONFLICT (redrive_id) DO NOTHING",
                u -> {
                    u.bindMap(selected.values())
                            .bind("id", id)
                            .bind("by", by)
                            .bind("topic", selection.topic())
                            .bind("key", selection.key())
                            .bind("type", selection.type())
                            .bind("reason", selection.reason());
                    if (selection.ids() == null) {
                        u.bindNull("ids", Types.ARRAY);
                    } else {
                        u.bind("ids", SqlArrays.numbers(selection.ids()));
                    }
                });
    }

    Optional<RedriveRun> find(UUID id) {
        return database.query(
                "SELECT " + COLUMNS + " FROM redrive WHERE redrive_id = :id",
                q -> runs(q.bind("id", id)).findOne());
    }

    /** The latest first, beginning below a run number. */
    List<RedriveRun> latest(long belowRunNo, int limit) {
        return database.query(
                "SELECT "
                        + COLUMNS
                        + " FROM redrive WHERE run_no < :below ORDER BY run_no DESC LIMIT :limit",
                q -> runs(q.bind("below", belowRunNo).bind("limit", limit)).list());
    }

    /**
     * The running redrive that has waited longest, locked until the transaction ends; redrives that
     * another worker has locked are skipped.
     */
    Optional<RedriveRun> takeNext() {
        return database.query(
                "SELECT "
                        + COLUMNS
                        + " FROM redrive WHERE state = 'RUNNING' ORDER BY updated_at LIMIT 1"
                        + " FOR UPDATE SKIP LOCKED",
                q -> runs(q).findOne());
    }

    /** Locks a redrive until the transaction ends; empty when it is not running any more. */
    Optional<RedriveRun> take(UUID id) {
        return database.query(
                "SELECT "
                        + COLUMNS
                        + " FROM redrive WHERE redrive_id = :id AND state = 'RUNNING' FOR UPDATE",
                q -> runs(q.bind("id", id)).findOne());
    }

    /** Moves the checkpoint, in the transaction of the effects; {@code following} may be null. */
    void move(UUID id, long positionId, TopicKey following, RedriveRun.Progress progress) {
        database.update(
                "UPDATE redrive SET position_id = :position, following_topic = :topic, following_key = :key,"
                        + " settled = settled + :settled, redriven = redriven + :redriven,"
                        + " failed = failed + :failed, blocked = blocked + :blocked,"
                        + " updated_at = clock_timestamp() WHERE redrive_id = :id",
                u ->
                        u.bind("position", positionId)
                                .bind("topic", following == null ? null : following.topic())
                                .bind("key", following == null ? null : following.key())
                                .bindMethods(progress)
                                .bind("id", id));
    }

    /** False when the redrive had ended already. */
    boolean end(UUID id, RedriveRun.State state, String stoppedBy) {
        return database.update(
                        "UPDATE redrive SET state = :state, finished_at = clock_timestamp(),"
                                + " stopped_by = :by, updated_at = clock_timestamp()"
                                + " WHERE redrive_id = :id AND state = 'RUNNING'",
                        u -> u.bind("state", state.name()).bind("by", stoppedBy).bind("id", id))
                == 1;
    }

    private ResultIterable<RedriveRun> runs(Query query) {
        return query.map(database.rowsAs(RedriveRun.class));
    }
}
