package id.pkh.platform.messaging.intake;

import id.pkh.platform.messaging.subscription.Delivery;
import id.pkh.platform.messaging.subscription.EventReader;
import io.quarkus.arc.Arc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Parses the events of the next poll on the client's thread while the database works on the
 * previous poll. Kafka creates it because of {@code interceptor.classes}. A poll that did not pass
 * through it is parsed when it is applied.
 */
public final class ReadAhead implements ConsumerInterceptor<String, byte[]> {

    /**
     * A weak map, because a poll whose partitions were assigned to another consumer is never
     * applied.
     */
    private static final Map<ConsumerRecords<?, ?>, List<Delivery>> READ =
            Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * The deliveries of a poll in the order of its records: those parsed ahead, otherwise parsed
     * now.
     */
    static List<Delivery> deliveries(ConsumerRecords<String, byte[]> poll, EventReader reader) {
        List<Delivery> ahead = READ.remove(poll);
        return ahead == null ? read(poll, reader) : ahead;
    }

    /** Whether a poll that is to be applied was parsed ahead. */
    public static boolean isRead(ConsumerRecords<String, byte[]> poll) {
        return READ.containsKey(poll);
    }

    private static List<Delivery> read(ConsumerRecords<String, byte[]> poll, EventReader reader) {
        List<Delivery> deliveries = new ArrayList<>(poll.count());
        for (ConsumerRecord<String, byte[]> message : poll) {
            deliveries.add(reader.read(message));
        }
        return deliveries;
    }

    @Override
    public ConsumerRecords<String, byte[]> onConsume(ConsumerRecords<String, byte[]> poll) {
        READ.put(poll, read(poll, Arc.container().instance(EventReader.class).get()));
        return poll;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // nothing depends on it
    }

    @Override
    public void configure(Map<String, ?> settings) {
        // nothing to set
    }

    @Override
    public void close() {
        // holds nothing of its own
    }
}
