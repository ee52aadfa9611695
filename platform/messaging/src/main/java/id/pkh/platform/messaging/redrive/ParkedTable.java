package id.pkh.platform.messaging.redrive;

import id.pkh.platform.jobs.Job;
import id.pkh.platform.messaging.parking.ParkingReason;
import id.pkh.platform.messaging.parking.TopicKey;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads and changes parked events for redrives and discards. */
@ApplicationScoped
class ParkedTable {

    record KeyedEvent(long id, TopicKey key) {

        static KeyedEvent of(ResultSet row, StatementContext context) throws SQLException {
            return new KeyedEvent(row.getLong("parked_id"), keyOf(row, context));
        }
    }

    private final Database database;

    ParkedTable(Database database) {
        this.database = database;
    }

    /** The next events of a redrive's selection, in the order they were parked. */
    List<KeyedEvent> selected(RedriveRow redrive, long position, int limit) {
        Conditions selected = redrive.selection().conditions();
        return database.query(
                "SELECT parked_id, topic, event_key FROM parked_event WHERE state = 'PARKED'"
                        + " AND parked_id > :position AND parked_id <= :end AND "
                        + selected.sql()
                        + " ORDER BY parked_id LIMIT :limit",
                q ->
                        q.bindMap(selected.values())
                                .bind("position", position)
                                .bind("end", redrive.endId())
                                .bind("limit", limit)
                                .map(KeyedEvent::of)
                                .list());
    }

    /** An event, parked or not. */
    Optional<KeyedEvent> event(long id) {
        return database.query(
                "SELECT parked_id, topic, event_key FROM parked_event WHERE parked_id = :id",
                q -> q.bind("id", id).map(KeyedEvent::of).findOne());
    }

    /** The keys of these events, sorted: all who lock several keys lock them in this order. */
    SortedSet<TopicKey> keysOf(Collection<Long> ids) {
        return database.query(
                "SELECT DISTINCT topic, event_key FROM parked_event WHERE parked_id = ANY (:ids)",
                q ->
                        new TreeSet<>(
                                q.bind("ids", SqlArrays.numbers(ids))
                                        .map(ParkedTable::keyOf)
                                        .list()));
    }

    /**
     * The events of each key that a redrive may try now: the oldest parked ones, as far as each was
     * selected or only waited behind another one, and this redrive has not tried it. A key without
     * such events has an empty list.
     *
     * @param limit for each key
     */
    Map<TopicKey, List<Long>> free(RedriveRow redrive, Collection<TopicKey> keys, int limit) {
        Conditions selected = redrive.selection().conditions();
        Map<TopicKey, List<Long>> free = new TreeMap<>();
        keys.forEach(key -> free.put(key, new ArrayList<>()));
        return database.query(
                "SELECT wanted.topic, wanted.event_key, oldest.parked_id"
                        + " FROM unnest(:topics, :keys) AS wanted (topic, event_key)"
                        + " CROSS JOIN LATERAL (SELECT parked_id, bool_and((reason = '"
                        + ParkingReason.BEHIND_PARKED
                        + "' OR ("
                        + selected.sql()
                        + ") IS TRUE) AND last_redrive IS DISTINCT FROM :redrive)"
                        + " OVER (ORDER BY parked_id) AS free FROM parked_event event"
                        + " WHERE state = 'PARKED' AND event.topic = wanted.topic"
                        + " AND event.event_key = wanted.event_key AND parked_id <= :end"
                        + " ORDER BY parked_id LIMIT :limit) oldest WHERE oldest.free"
                        + " ORDER BY oldest.parked_id",
                q -> {
                    q.bindMap(selected.values())
                            .bind("topics", SqlArrays.texts(keys, TopicKey::topic))
                            .bind("keys", SqlArrays.texts(keys, TopicKey::key))
                            .bind("redrive", redrive.id())
                            .bind("end", redrive.endId())
                            .bind("limit", limit)
                            .map(KeyedEvent::of)
                            .forEach(event -> free.get(event.key()).add(event.id()));
                    return free;
                });
    }

    /** Those of these events that are still parked, in the order they were parked. */
    List<ParkedRow> parked(RedriveRow redrive, Collection<Long> ids) {
        Conditions selected = redrive.selection().conditions();
        return database.query(
                "SELECT "
                        + ParkedRow.COLUMNS
                        + ", ("
                        + selected.sql()
                        + ") IS TRUE AS selected FROM parked_event WHERE state = 'PARKED'"
                        + " AND parked_id = ANY (:ids) ORDER BY parked_id",
                q ->
                        q.bindMap(selected.values())
                                .bind("ids", SqlArrays.numbers(ids))
                                .map(ParkedRow::of)
                                .list());
    }

    /** How many of these events were selected, are parked, and were not tried by the redrive. */
    long untried(RedriveRow redrive, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        Conditions selected = redrive.selection().conditions();
        return database.query(
                "SELECT count(*) FROM parked_event WHERE parked_id = ANY (:ids) AND state = 'PARKED'"
                        + " AND last_redrive IS DISTINCT FROM :redrive AND "
                        + selected.sql(),
                q ->
                        q.bindMap(selected.values())
                                .bind("ids", SqlArrays.numbers(ids))
                                .bind("redrive", redrive.id())
                                .mapTo(Long.class)
                                .one());
    }

    /** The key of a parked event; empty when it is not parked (any more). */
    Optional<TopicKey> keyOf(long id) {
        return database.query(
                "SELECT topic, event_key FROM parked_event WHERE parked_id = :id AND state = 'PARKED'",
                q -> q.bind("id", id).map(ParkedTable::keyOf).findOne());
    }

    /** The events have been applied. */
    void redriven(Job job, List<Long> ids) {
        database.update(
                "UPDATE parked_event SET state = 'REDRIVEN', resolved_at = now(), resolved_by = :by,"
                        + " last_redrive = :redrive WHERE parked_id = ANY (:ids) AND state = 'PARKED'",
                u ->
                        u.bind("by", job.requestedBy())
                                .bind("redrive", job.jobId())
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

    private static TopicKey keyOf(ResultSet row, StatementContext context) throws SQLException {
        return new TopicKey(row.getString("topic"), row.getString("event_key"));
    }
}
