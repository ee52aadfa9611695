package id.pkh.platform.messaging.redrive;

import id.pkh.platform.messaging.parking.ParkingReason;
import id.pkh.platform.messaging.parking.TopicKey;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and changes parked events for redrives and discards. */
@ApplicationScoped
class ParkedTable {

    record SelectedEvent(long id, TopicKey key) {}

    private final Database database;

    ParkedTable(Database database) {
        this.database = database;
    }

    /** The next events of a run's selection, in the order they were parked. */
    List<SelectedEvent> page(RedriveRun run, int limit) {
        Conditions selected = run.selection().conditions();
        return database.query(
                "SELECT parked_id, topic, event_key FROM parked_event WHERE state = 'PARKED'"
                        + " AND parked_id > :position AND parked_id <= :end AND "
                        + selected.sql()
                        + " ORDER BY parked_id LIMIT :limit",
                q ->
                        q.bindMap(selected.values())
                                .bind("position", run.positionId())
                                .bind("end", run.endId())
                                .bind("limit", limit)
                                .map(
                                        (row, context) ->
                                                new SelectedEvent(
                                                        row.getLong(1),
                                                        new TopicKey(
                                                                row.getString(2),
                                                                row.getString(3))))
                                .list());
    }

    /** The parked events of a key, the oldest first, up to the run's end. */
    List<ParkedRow> chain(RedriveRun run, TopicKey key, int limit) {
        Conditions selected = run.selection().conditions();
        return database.query(
                "SELECT "
                        + ParkedRow.COLUMNS
                        + ", ("
                        + selected.sql()
                        + ") IS TRUE AS selected, last_redrive IS NOT DISTINCT FROM :run AS tried"
                        + " FROM parked_event WHERE state = 'PARKED' AND topic = :topic AND event_key = :key"
                        + " AND parked_id <= :end ORDER BY parked_id LIMIT :limit",
                q ->
                        q.bindMap(selected.values())
                                .bind("run", run.id())
                                .bind("topic", key.topic())
                                .bind("key", key.key())
                                .bind("end", run.endId())
                                .bind("limit", limit)
                                .map(ParkedRow::of)
                                .list());
    }

    /** How many of these events are parked and were not tried by the run. */
    long untried(RedriveRun run, List<Long> ids) {
        return database.query(
                "SELECT count(*) FROM parked_event WHERE parked_id = ANY (:ids) AND state = 'PARKED'"
                        + " AND last_redrive IS DISTINCT FROM :run",
                q ->
                        q.bind("ids", SqlArrays.numbers(ids))
                                .bind("run", run.id())
                                .mapTo(Long.class)
                                .one());
    }

    /** The key of a parked event; empty when it is not parked (any more). */
    Optional<TopicKey> keyOf(long id) {
        return database.query(
                "SELECT topic, event_key FROM parked_event WHERE parked_id = :id AND state = 'PARKED'",
                q ->
                        q.bind("id", id)
                                .map((row, c) -> new TopicKey(row.getString(1), row.getString(2)))
                                .findOne());
    }

    /** The events have been applied. */
    void redriven(RedriveRun run, List<Long> ids) {
        database.update(
                "UPDATE parked_event SET state = 'REDRIVEN', resolved_at = now(), resolved_by = :by,"
                        + " last_redrive = :run WHERE parked_id = ANY (:ids) AND state = 'PARKED'",
                u ->
                        u.bind("by", run.requestedBy())
                                .bind("run", run.id())
                                .bind("ids", SqlArrays.numbers(ids)));
    }

    /** The event was tried and stays parked, with the reason of this attempt. */
    void failedAgain(UUID redriveId, long id, ParkingReason reason) {
        database.update(
                "UPDATE parked_event SET attempts = attempts + 1, reason = :reason, cause = :cause,"
                        + " last_redrive = :run WHERE parked_id = :id AND state = 'PARKED'",
                u ->
                        u.bind("reason", reason.code())
                                .bind("cause", reason.cause())
                                .bind("run", redriveId)
                                .bind("id", id));
    }

    /** False when it was not parked any more. */
    boolean discard(long id, String by, String reason) {
        return database.update(
                        "UPDATE parked_event SET state = 'DISCARDED', resolved_at = now(),"
                                + " resolved_by = :by, resolution_reason = :reason"
                                + " WHERE parked_id = :id AND state = 'PARKED'",
                        u -> u.bind("by", by).bind("reason", reason).bind("id", id))
                == 1;
    }
}
