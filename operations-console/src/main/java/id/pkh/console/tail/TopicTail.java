package id.pkh.console.tail;

import id.pkh.console.ConsoleConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Follows every topic of this system from its end, without a consumer group, so that it does not
 * affect other consumers. One Kafka consumer serves all viewers; there is none while there are no
 * viewers.
 */
@ApplicationScoped
class TopicTail {

    private static final Logger LOG = Logger.getLogger(TopicTail.class);
    private static final String OURS = "pkh.";
    private static final long REFRESH_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long LINGER_NANOS = Duration.ofSeconds(20).toNanos();
    private static final long RETRY_NANOS = Duration.ofSeconds(1).toNanos();

    private final Map<String, Object> broker;
    private final ConsoleConfig config;
    private final RingBuffer<TailEvent> buffer;
    private Thread thread;
    private int viewers;
    private volatile long unwatchedSince = Long.MAX_VALUE;
    private volatile boolean stopping;
    private volatile boolean brokerUp = true;
    private volatile Set<TopicPartition> followed = Set.of();

    TopicTail(
            @Identifier("default-kafka-broker") Map<String, Object> broker, ConsoleConfig config) {
        this.broker = broker;
        this.config = config;
        this.buffer = new RingBuffer<>(config.tail().bufferEvents());
    }

    RingBuffer<TailEvent> buffer() {
        return buffer;
    }

    boolean isBrokerUp() {
        return brokerUp;
    }

    Set<TopicPartition> followed() {
        return followed;
    }

    synchronized void join() {
        viewers++;
        unwatchedSince = Long.MAX_VALUE;
        if (thread == null) {
            thread = new Thread(this::follow, "topic-tail");
            thread.setDaemon(true);
            thread.start();
        }
    }

    synchronized void leave() {
        if (--viewers == 0) {
            unwatchedSince = System.nanoTime();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private void follow() {
        while (!isOver()) {
            try (KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(
                            settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                followWith(consumer);
            } catch (KafkaException away) {
                brokerUp = false;
                LOG.debugf("the live view waits for the broker: %s", away.toString());
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private void followWith(KafkaConsumer<byte[], byte[]> consumer) {
        Set<TopicPartition> known = new HashSet<>();
        long refreshAt = System.nanoTime();
        while (!isOver()) {
            if (System.nanoTime() - refreshAt >= 0) {
                assignNew(consumer, known);
                refreshAt = System.nanoTime() + REFRESH_NANOS;
            }
            consumer.poll(Duration.ofMillis(200))
                    .forEach(message -> buffer.add(TailReader.read(message)));
        }
    }

    /** New partitions are followed from their end, known ones from their current position. */
    private void assignNew(KafkaConsumer<byte[], byte[]> consumer, Set<TopicPartition> known) {
        Set<TopicPartition> all = new HashSet<>();
        consumer.listTopics()
                .forEach(
                        (topic, partitions) -> {
                            if (topic.startsWith(OURS)) {
                                partitions.forEach(
                                        p -> all.add(new TopicPartition(topic, p.partition())));
                            }
                        });
        brokerUp = true;
        if (known.containsAll(all)) {
            return;
        }
        List<TopicPartition> fresh = all.stream().filter(p -> !known.contains(p)).toList();
        consumer.assign(all);
        // gets the current end in one call: seekToEnd would be evaluated later, partition by
        // partition
        consumer.endOffsets(fresh).forEach(consumer::seek);
        known.addAll(all);
        followed = Set.copyOf(all);
    }

    /**
     * Ends the thread under the lock, so that a viewer who arrives meanwhile starts another one.
     */
    private synchronized boolean isOver() {
        boolean unwatched =
                viewers == 0
                        && unwatchedSince != Long.MAX_VALUE
                        && System.nanoTime() - unwatchedSince > LINGER_NANOS;
        if ((stopping || unwatched) && Thread.currentThread() == thread) {
            thread = null;
            followed = Set.of();
        }
        return thread != Thread.currentThread();
    }

    private Map<String, Object> settings() {
        // the address, and what a deployment sets for TLS and for signing in at the broker
        Map<String, Object> settings = new HashMap<>(broker);
        settings.keySet().retainAll(ConsumerConfig.configNames());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        settings.put(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) Math.max(5_000, config.brokerTimeout().toMillis()));
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "operations-console-tail");
        return settings;
    }
}
