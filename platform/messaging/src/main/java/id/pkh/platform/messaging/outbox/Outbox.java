package id.pkh.platform.messaging.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.platform.messaging.envelope.CloudEventHeaders;
import id.pkh.platform.messaging.envelope.EventMeta;
import id.pkh.platform.messaging.envelope.WireFormat;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.messaging.trace.EventTraces;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The events that this service publishes. An event is written in the transaction of the change that
 * it reports, so there is never one without the other; the relay sends it to Kafka afterwards.
 *
 * <p>Lock the aggregate's row before appending its event: that keeps the events of one key in
 * order.
 */
@ApplicationScoped
public class Outbox {

    /** Largest payload, in bytes: safely below the broker's limit of a record. */
    public static final int MAX_PAYLOAD_BYTES = 900 * 1024;

    /** The outbox is divided by the event's key; each part has one relay at a time. */
    public static final int SHARDS = 16;

    private final Database database;
    private final TransactionSynchronizationRegistry transactions;
    private final RelayWaker waker;
    private final EventTypes types;

    Outbox(
            Database database,
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
     * @return the event's id, which stays the same however often the event is sent
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID append(Event event, long sequence) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Causation cause = EventTraces.published(Causation.current(), types.of(event).topic(), 1);
        insert(List.of(row(id, event, sequence, cause)));
        return id;
    }

    /** Appends events in their order; several are written by one COPY. */
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

    /**
     * Appends a copy of a received record for a dead-letter topic.
     *
     * @param original envelope of the record, or null when it could not be read
     * @param headers those of the record and those that state why it was parked
     * @param payload null when the record had none; left out when it is larger than an event may be
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendDeadLetter(
            String topic,
            String key,
            EventMeta original,
            Map<String, String> headers,
            byte[] payload) {
        Map<String, String> extra = new LinkedHashMap<>(headers);
        byte[] carried = payload == null ? new byte[0] : payload;
        if (carried.length > MAX_PAYLOAD_BYTES) {
            // the whole record stays in the parking table
            extra.put("dead-letter-payload-bytes", Integer.toString(carried.length));
            carried = new byte[0];
        }
        insert(
                List.of(
                        new OutboxRow(
                                topic,
                                key,
                                original == null
                                        ? UuidCreator.getTimeOrderedEpoch()
                                        : original.id(),
                                original == null ? "unreadable" : original.type(),
                                original == null ? 0 : original.sequence(),
                                original == null ? Causation.root() : Causation.by(original),
                                CloudEventHeaders.toJson(extra),
                                carried)));
    }

    public static int shardOf(String key) {
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
        if (rows.size() == 1) {
            insert(rows.get(0));
        } else {
            database.withConnection(connection -> OutboxCopy.append(connection, rows));
        }
        wakeTheRelayAfterCommit();
    }

    private void insert(OutboxRow row) {
        Causation cause = row.causation();
        database.update(
                "INSERT INTO outbox (shard, topic, event_key, event_id, event_type, sequence,"
                        + " correlation_id, causation_id, traceparent, extra_headers, payload)"
                        + " VALUES (:shard, :topic, :key, :id, :type, :sequence,"
                        + " :correlation, :causation, :traceparent, :headers, :payload)",
                u ->
                        u.bind("shard", shardOf(row.key()))
                                .bind("topic", row.topic())
                                .bind("key", row.key())
                                .bind("id", row.eventId())
                                .bind("type", row.type())
                                .bind("sequence", row.sequence())
                                .bind("correlation", cause.correlationId())
                                .bind("causation", cause.causationId())
                                .bind("traceparent", cause.traceparent())
                                .bind("headers", row.extraHeaders())
                                .bind("payload", row.payload()));
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
