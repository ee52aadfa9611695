package id.pkh.platform.messaging.intake;

import id.pkh.platform.messaging.envelope.CloudEventHeaders;
import id.pkh.platform.messaging.envelope.Rfc3339;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;

/**
 * The age of the events that a consumer is applying, in seconds: the gauge {@code
 * event_lag_seconds}. It grows while a failure is retried, and is 0 when nothing is pending. It is
 * measured in time, not in offsets: 500 records may be 50 ms or an hour.
 */
@ApplicationScoped
class EventLag {

    private static final String INCOMING = "mp.messaging.incoming.";
    private static final String TOPIC = ".topic";

    private final MeterRegistry meters;
    private final Config config;
    private final Clock clock;

    /**
     * By topic: the oldest record of each poll being applied. Several threads may each have one.
     */
    private final Map<String, Map<Object, Instant>> pending = new ConcurrentHashMap<>();

    EventLag(MeterRegistry meters, Config config, Clock clock) {
        this.meters = meters;
        this.config = config;
        this.clock = clock;
    }

    /** Registers the gauge of every topic before its first event. */
    void start(@Observes StartupEvent event) {
        for (String name : config.getPropertyNames()) {
            if (isTopicOfChannel(name)) {
                config.getOptionalValue(name, String.class).ifPresent(this::ofTopic);
            }
        }
    }

    private static boolean isTopicOfChannel(String name) {
        return name.startsWith(INCOMING) && name.endsWith(TOPIC);
    }

    /** Applies a poll; its events are pending meanwhile. */
    void during(ConsumerRecords<String, byte[]> records, Runnable apply) {
        Object poll = new Object();
        try {
            for (TopicPartition partition : records.partitions()) {
                Instant oldest = recordedAt(records.records(partition).get(0));
                ofTopic(partition.topic()).merge(poll, oldest, (a, b) -> a.isBefore(b) ? a : b);
            }
            apply.run();
        } finally {
            pending.values().forEach(polls -> polls.remove(poll));
        }
    }

    private static Instant recordedAt(ConsumerRecord<String, byte[]> message) {
        try {
            String time = CloudEventHeaders.optional(message.headers(), "ce_time");
            return time == null ? Instant.ofEpochMilli(message.timestamp()) : Rfc3339.parse(time);
        } catch (DateTimeParseException unreadable) {
            return Instant.ofEpochMilli(message.timestamp()); // it will be parked
        }
    }

    private Map<Object, Instant> ofTopic(String topic) {
        return pending.computeIfAbsent(
                topic,
                name -> {
                    Map<Object, Instant> polls = new ConcurrentHashMap<>();
                    Gauge.builder("event_lag_seconds", polls, this::seconds)
                            .tag("topic", name)
                            .tag("group", groupOf(name))
                            .strongReference(true)
                            .register(meters);
                    return polls;
                });
    }

    /** The consumer group of the channel that reads the topic. */
    private String groupOf(String topic) {
        for (String name : config.getPropertyNames()) {
            if (isTopicOfChannel(name) && config.getValue(name, String.class).equals(topic)) {
                String channel = name.substring(0, name.length() - TOPIC.length());
                return config.getOptionalValue(channel + ".group.id", String.class).orElse("");
            }
        }
        return "";
    }

    private double seconds(Map<Object, Instant> polls) {
        return polls.values().stream()
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1000.0)
                .map(age -> Math.max(0, age))
                .orElse(0.0);
    }
}
