package id.pkh.console.overview;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Finds the time of the first record that a group has not read. It reads one record per partition,
 * without joining a group, so the delay of a consumer is known even if the consumer is down.
 */
final class FirstUnread {

    private static final int MAX_PARTITIONS = 64;
    private static final int FETCH_BYTES = 64 * 1024;

    private FirstUnread() {}

    static Map<TopicPartition, Instant> times(
            Map<TopicPartition, Long> places, Map<String, Object> broker, Duration patience) {
        Map<TopicPartition, Instant> times = new HashMap<>();
        if (places.isEmpty()) {
            return times;
        }
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings(broker, patience),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(places.keySet().stream().limit(MAX_PARTITIONS).toList());
            consumer.assignment().forEach(p -> consumer.seek(p, places.get(p)));
            long until = System.nanoTime() + patience.toNanos();
            while (!consumer.assignment().isEmpty()
                    && consumer.paused().size() < consumer.assignment().size()
                    && System.nanoTime() < until) {
                for (ConsumerRecord<byte[], byte[]> message :
                        consumer.poll(Duration.ofMillis(100))) {
                    TopicPartition partition =
                            new TopicPartition(message.topic(), message.partition());
                    if (times.putIfAbsent(partition, recordedAt(message)) == null) {
                        consumer.pause(java.util.List.of(partition));
                    }
                }
            }
        }
        return times;
    }

    private static Instant recordedAt(ConsumerRecord<?, ?> message) {
        Header time = message.headers().lastHeader("ce_time");
        try {
            return time == null
                    ? Instant.ofEpochMilli(message.timestamp())
                    : Instant.parse(new String(time.value(), StandardCharsets.UTF_8));
        } catch (DateTimeParseException unreadable) {
            return Instant.ofEpochMilli(message.timestamp());
        }
    }

    private static Map<String, Object> settings(Map<String, Object> broker, Duration patience) {
        // the address, and what a deployment sets for TLS and for signing in at the broker
        Map<String, Object> settings = new HashMap<>(broker);
        settings.keySet().retainAll(ConsumerConfig.configNames());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "operations-console-lag");
        return settings;
    }
}
