package id.pkh.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.contracts.EventTypes;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * What this service says to the others. An event is written in the transaction of the change it
 * tells of, so there is never one without the other; the relay carries it to Kafka afterwards.
 *
 * <p>Lock the aggregate's row before appending its event: that is what keeps the events of one key
 * in order.
 */
@ApplicationScoped
public class Outbox {

    /** Largest payload, in bytes: safely below the broker's limit of a record. */
    public static final int MAX_PAYLOAD_BYTES = 900 * 1024;

    static final int SHARDS = 16;

    private static final String INSERT =
            "INSERT INTO outbox (shard, topic, event_key, event_id, event_type, sequence, correlation_id,"
                    + " causation_id, traceparent, extra_headers, payload)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transactions;
    private final RelayWaker waker;
    private final EventTypes types;

    Outbox(
            AgroalDataSource database,
            TransactionSynchronizationRegistry transactions,
            RelayWaker waker,
            EventTypes types) {
        this.database = database;
        this.transactions = transactions;
        this.waker = waker;
        this.types = types;
    }

    /**
     * Appends one event to the caller's transaction.
     *
     * @param sequence version of the aggregate after the event
     * @return the event's id, stable however often it is sent
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID append(Event event, long sequence) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Causation cause = EventTraces.published(Causation.current(), types.of(event).topic(), 1);
        insert(List.of(row(id, event, sequence, cause)));
        return id;
    }

    /** Appends events in their order; several go over in one COPY. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(List<Sequenced> events) {
        if (events.isEmpty()) {
            return;
        }
        Causation cause =
                EventTraces.published(
                        Causation.current(),
                        types.of(events.get(0).event()).topic(),
                        events.size());
        insert(
                events.stream()
                        .map(
                                e ->
                                        row(
                                                UuidCreator.getTimeOrderedEpoch(),
                                                e.event(),
                                                e.sequence(),
                                                cause))
                        .toList());
    }

    /** Appends a copy of a parked record for the dead-letter topic. */
    void appendDeadLetter(OutboxRow row) {
        insert(List.of(row));
    }

    static int shardOf(String key) {
        return Math.floorMod(key.hashCode(), SHARDS);
    }

    private OutboxRow row(UUID id, Event event, long sequence, Causation cause) {
        EventType<?> type = types.of(event);
        byte[] payload = payloadOf(event, type);
        if (payload.length > MAX_PAYLOAD_BYTES) {
            throw new IllegalArgumentException(
                    "%s of %d bytes is larger than an event may be (%d bytes)"
                            .formatted(type.type(), payload.length, MAX_PAYLOAD_BYTES));
        }
        return new OutboxRow(
                type.topic(), type.keyOf(event), id, type.type(), sequence, cause, null, payload);
    }

    private static byte[] payloadOf(Event event, EventType<?> type) {
        try {
            return WireFormat.mapper().writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(type.type() + " cannot be written as JSON", e);
        }
    }

    private void insert(List<OutboxRow> rows) {
        try (Connection connection = database.getConnection()) {
            if (rows.size() == 1) {
                insert(connection, rows.get(0));
            } else {
                OutboxCopy.append(connection, rows);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("the outbox could not be written", e);
        }
        wakeTheRelayAfterCommit();
    }

    private static void insert(Connection connection, OutboxRow row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setInt(1, shardOf(row.key()));
            insert.setString(2, row.topic());
            insert.setString(3, row.key());
            insert.setObject(4, row.eventId());
            insert.setString(5, row.type());
            insert.setLong(6, row.sequence());
            insert.setString(7, row.causation().correlationId());
            insert.setString(8, row.causation().causationId());
            insert.setString(9, row.causation().traceparent());
            insert.setString(10, row.extraHeaders());
            insert.setBytes(11, row.payload());
            insert.executeUpdate();
        }
    }

    private void wakeTheRelayAfterCommit() {
        if (transactions.getResource(Outbox.class) != null) {
            return;
        }
        transactions.putResource(Outbox.class, Boolean.TRUE);
        transactions.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {
                        // nothing to do: the rows are part of the transaction
                    }

                    @Override
                    public void afterCompletion(int status) {
                        if (status == Status.STATUS_COMMITTED) {
                            waker.wake();
                        }
                    }
                });
    }
}
