package id.pkh.platform.messaging.things;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.pkh.platform.messaging.envelope.WireFormat;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.parking.ParkingReason;
import id.pkh.testsupport.events.TopicReader;
import id.pkh.testsupport.events.TopicWriter;
import id.pkh.testsupport.rows.Rows;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.eclipse.microprofile.config.ConfigProvider;

/** Publishes and reads what the tests need, on the topics and in the tables. */
@ApplicationScoped
public class Streams {

    /** Of the topic of things. */
    private static final int PARTITIONS = 3;

    private static final AtomicLong PARKED_OFFSETS = new AtomicLong();

    private final AgroalDataSource database;
    private final Outbox outbox;

    Streams(AgroalDataSource database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    public UUID publish(UUID thing, int number) {
        return QuarkusTransaction.requiringNew()
                .call(() -> outbox.append(ThingHappened.of(thing, number), number));
    }

    /** Sends a record directly to the topic, as a foreign or a faulty producer would. */
    public void send(String key, byte[] value, Map<String, String> headers) {
        try (TopicWriter writer = new TopicWriter(bootstrapServers())) {
            writer.send(ThingHappened.TOPIC, key, value, headers);
        }
    }

    /** A thing whose events are in the partition. */
    public static UUID thingOf(TopicPartition partition) {
        for (; ; ) {
            UUID thing = UUID.randomUUID();
            byte[] key = thing.toString().getBytes(StandardCharsets.UTF_8);
            if (Utils.toPositive(Utils.murmur2(key)) % PARTITIONS == partition.partition()) {
                return thing;
            }
        }
    }

    public void sendThing(UUID id, UUID thing, int number) {
        send(thing.toString(), json(thing, number), headers(id, ThingHappened.TYPE, number));
    }

    public static byte[] json(UUID thing, int number) {
        return ("{\"thing_id\":\"%s\",\"number\":%d,\"occurred_on\":\"2026-01-15\","
                        + "\"recorded_at\":\"2026-01-16T03:00:00Z\",\"added_later\":true}")
                .formatted(thing, number)
                .getBytes(StandardCharsets.UTF_8);
    }

    public static Map<String, String> headers(UUID id, String type, int sequence) {
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_type", type);
        headers.put("ce_source", "/pkh/test-service");
        headers.put("ce_time", "2026-01-16T03:00:00Z");
        headers.put("ce_sequence", Integer.toString(sequence));
        return headers;
    }

    public List<Integer> effects(UUID thing) {
        return rows().read(
                        "SELECT number FROM thing_effect WHERE thing_id = ? ORDER BY effect_id",
                        row -> row.getInt(1),
                        thing);
    }

    /** Reason and state of what is parked under a key, in order. */
    public List<String> parked(String key) {
        return rows().texts(
                        "SELECT reason || ' ' || state FROM parked_event WHERE event_key = ? ORDER BY parked_id",
                        key);
    }

    public long parkedId(String key) {
        return rows().number(
                        "SELECT parked_id FROM parked_event WHERE event_key = ? ORDER BY parked_id",
                        key);
    }

    private Rows rows() {
        return new Rows(database);
    }

    /**
     * Events of a thing that are already parked without having passed through a topic; the first
     * one has the reason.
     */
    public void park(UUID thing, String reason, int... numbers) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO parked_event (topic, event_key, record_partition, record_offset, event_id,"
                                        + " event_type, headers, payload, reason, cause)"
                                        + " VALUES (?, ?, 99, ?, ?, ?, ?, ?, ?, 'of a test')")) {
            String why = reason;
            for (int number : numbers) {
                UUID id = UUID.randomUUID();
                insert.setString(1, ThingHappened.TOPIC);
                insert.setString(2, thing.toString());
                insert.setLong(3, PARKED_OFFSETS.incrementAndGet());
                insert.setString(4, id.toString());
                insert.setString(5, ThingHappened.TYPE);
                insert.setString(
                        6,
                        WireFormat.mapper()
                                .writeValueAsString(headers(id, ThingHappened.TYPE, number)));
                insert.setBytes(7, json(thing, number));
                insert.setString(8, why);
                insert.addBatch();
                why = ParkingReason.BEHIND_PARKED;
            }
            insert.executeBatch();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many events with the reason are parked. */
    public long parkedFor(String reason) {
        return rows().number(
                        "SELECT count(*) FROM parked_event WHERE state = 'PARKED' AND reason = ?",
                        reason);
    }

    /**
     * The oldest events of a thing, without their effects; returns the id of the newest of them.
     */
    public long markRedriven(UUID thing, int events) {
        rows().execute(
                        "UPDATE parked_event SET state = 'REDRIVEN', resolved_at = now(), resolved_by = 'somebody'"
                                + " WHERE parked_id IN (SELECT parked_id FROM parked_event WHERE event_key = ?"
                                + " ORDER BY parked_id LIMIT ?)",
                        thing.toString(),
                        events);
        return rows().number(
                        "SELECT max(parked_id) FROM parked_event WHERE event_key = ? AND state = 'REDRIVEN'",
                        thing.toString());
    }

    /**
     * A redrive by reason, in the state that a process leaves when it dies after the first events.
     */
    public void leaveBehind(UUID redriveId, String reason, String checkpoint, int settled) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            rows().execute(
                                            "INSERT INTO redrive (redrive_id, reason, end_id, selected, settled, redriven)"
                                                    + " SELECT ?, ?, max(parked_id), ? + count(*) FILTER (WHERE reason = ?),"
                                                    + " ?, ? FROM parked_event WHERE state = 'PARKED'",
                                            redriveId,
                                            reason,
                                            settled,
                                            reason,
                                            settled,
                                            settled);
                            rows().execute(
                                            "INSERT INTO job (job_id, kind, subject, parameters, status, owner, checkpoint,"
                                                    + " items_done, requested_by, requested_at, moved_at)"
                                                    + " VALUES (?, 'redrive', ?, '', 'RUNNING', 'dead', ?, ?, 'somebody',"
                                                    + " now(), now())",
                                            redriveId,
                                            redriveId.toString(),
                                            checkpoint,
                                            settled);
                        });
    }

    /** Every record of a topic that is on the log now and has the key. */
    public List<ConsumerRecord<String, byte[]>> onTheLog(String topic, String key) {
        return TopicReader.records(bootstrapServers(), topic, key);
    }

    static String bootstrapServers() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
