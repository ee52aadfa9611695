package id.pkh.platform.messaging.parking;

import id.pkh.platform.messaging.MessagingConfig;
import id.pkh.platform.messaging.envelope.AreaCodes;
import id.pkh.platform.messaging.envelope.CloudEventHeaders;
import id.pkh.platform.messaging.inbox.Inbox;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.subscription.Delivery;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.persistence.AdvisoryLocks;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Keeps the events that could not be applied. A copy is published on the dead-letter topic in the
 * same transaction.
 */
@ApplicationScoped
public class Parking {

    private static final Logger LOG = Logger.getLogger(Parking.class);

    private final Database database;
    private final AdvisoryLocks locks;
    private final Inbox inbox;
    private final Outbox outbox;
    private final MessagingConfig config;

    Parking(
            Database database,
            AdvisoryLocks locks,
            Inbox inbox,
            Outbox outbox,
            MessagingConfig config) {
        this.database = database;
        this.locks = locks;
        this.inbox = inbox;
        this.outbox = outbox;
        this.config = config;
    }

    /**
     * Parks one record in a transaction of its own; a record already applied or parked is left as
     * it is.
     */
    public void park(Delivery delivery, RuntimeException failure) {
        ParkingReason reason = ParkingReason.of(failure);
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            boolean isNew =
                                    delivery.meta() == null
                                            || !inbox.firstTime(List.of(delivery)).isEmpty();
                            if (isNew) {
                                lock(new TopicKey(delivery.source().topic(), delivery.key()));
                                insert(delivery, reason);
                            }
                        });
        if (delivery.meta() == null) {
            log(delivery, reason);
        } else {
            Causation.by(delivery.meta()).run(() -> log(delivery, reason));
        }
    }

    private static void log(Delivery delivery, ParkingReason reason) {
        LOG.warnf(
                "parked %s partition %d offset %d: %s",
                delivery.source().topic(),
                delivery.source().partition(),
                delivery.source().offset(),
                reason.code());
    }

    /**
     * Parks the deliveries whose key has a parked event already; returns the others in their order.
     */
    public List<Delivery> parkBehind(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return deliveries;
        }
        String topic = deliveries.get(0).source().topic();
        Set<String> blocked = new HashSet<>();
        for (String key : parkedKeys(topic, deliveries)) {
            lock(new TopicKey(topic, key));
            if (isParked(topic, key)) {
                blocked.add(key);
            }
        }
        if (blocked.isEmpty()) {
            return deliveries;
        }
        List<Delivery> free = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            if (blocked.contains(delivery.key())) {
                insert(delivery, ParkingReason.BEHIND);
            } else {
                free.add(delivery);
            }
        }
        return free;
    }

    /**
     * Waits for the key and holds it until the transaction ends. Parking, a redrive, a discard and
     * the check for parked events exclude each other by this lock.
     */
    public void lock(TopicKey key) {
        locks.take(key.topic() + '\n' + key.key());
    }

    /** Sorted: a redrive locks keys in this order too. */
    private Set<String> parkedKeys(String topic, List<Delivery> deliveries) {
        Set<String> keys = deliveries.stream().map(Delivery::key).collect(Collectors.toSet());
        return database.query(
                "SELECT DISTINCT event_key FROM parked_event"
                        + " WHERE state = 'PARKED' AND topic = :topic AND event_key = ANY (:keys)",
                q ->
                        new TreeSet<>(
                                q.bind("topic", topic)
                                        .bind("keys", SqlArrays.texts(keys))
                                        .mapTo(String.class)
                                        .list()));
    }

    private boolean isParked(String topic, String key) {
        return database.query(
                "SELECT EXISTS (SELECT 1 FROM parked_event"
                        + " WHERE state = 'PARKED' AND topic = :topic AND event_key = :key)",
                q -> q.bind("topic", topic).bind("key", key).mapTo(Boolean.class).one());
    }

    private void insert(Delivery delivery, ParkingReason reason) {
        ConsumerRecord<String, byte[]> source = delivery.source();
        Map<String, String> headers = CloudEventHeaders.toMap(source.headers());
        int inserted =
                database.update(
                        "INSERT INTO parked_event (topic, event_key, record_partition, record_offset,"
                                + " event_id, event_type, headers, payload, reason, cause,"
                                + " area_codes)"
                                + " VALUES (:topic, :key, :partition, :offset,"
                                + " :id, :type, :headers, :payload, :reason, :cause,"
                                + " nullif(:areas::text[], '{}'))"
                                + " ON CONFLICT (topic, record_partition, record_offset) DO NOTHING",
                        u ->
                                u.bind("topic", source.topic())
                                        .bind("key", delivery.key())
                                        .bind("partition", source.partition())
                                        .bind("offset", source.offset())
                                        .bind("id", headers.get("ce_id"))
                                        .bind("type", headers.get("ce_type"))
                                        .bind("headers", CloudEventHeaders.toJson(headers))
                                        .bind("payload", source.value())
                                        .bind("reason", reason.code())
                                        .bind("cause", reason.cause())
                                        .bind(
                                                "areas",
                                                SqlArrays.texts(AreaCodes.in(source.value()))));
        if (inserted == 1) {
            appendDeadLetter(delivery, headers, reason);
        }
    }

    private void appendDeadLetter(
            Delivery delivery, Map<String, String> headers, ParkingReason reason) {
        Map<String, String> extra = new LinkedHashMap<>(headers);
        extra.put("dead-letter-reason", reason.code());
        extra.put("dead-letter-cause", reason.cause());
        extra.put("dead-letter-topic", delivery.source().topic());
        extra.put("dead-letter-partition", Integer.toString(delivery.source().partition()));
        extra.put("dead-letter-offset", Long.toString(delivery.source().offset()));
        outbox.appendDeadLetter(
                "%s.%s.dlq".formatted(delivery.source().topic(), config.service()),
                delivery.key(),
                delivery.meta(),
                extra,
                delivery.source().value());
    }
}
