package id.pkh.platform.messaging.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class EventLagTest {

    private static final String TOPIC = "pkh.test.thing.v1";
    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final EventLag lag = new EventLag(meters, config(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void theLagIsTheAgeOfTheOldestPendingEventAndEndsWithThePoll() {
        lag.during(
                poll(message(0, "2026-01-15T09:59:30Z"), message(1, "2026-01-15T09:58:00Z")),
                () -> assertThat(seconds()).isEqualTo(120));
        assertThat(seconds()).isZero();
    }

    @Test
    void ofTwoPendingPollsTheOlderCounts() {
        lag.during(
                poll(message(0, "2026-01-15T09:59:50Z")),
                () -> {
                    lag.during(
                            poll(message(1, "2026-01-15T09:59:00Z")),
                            () -> assertThat(seconds()).isEqualTo(60));
                    assertThat(seconds()).isEqualTo(10);
                });
    }

    @Test
    void anUnreadableTimeFallsBackToTheRecordsOwn() {
        lag.during(poll(message(0, "yesterday")), () -> assertThat(seconds()).isEqualTo(5));
    }

    @Test
    void nothingIsPendingAfterAFailure() {
        assertThatThrownBy(
                        () ->
                                lag.during(
                                        poll(message(0, "2026-01-15T09:59:30Z")),
                                        () -> {
                                            throw new IllegalStateException("stopping");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(seconds()).isZero();
    }

    private double seconds() {
        return meters.get("event_lag_seconds")
                .tags("topic", TOPIC, "group", "test-service")
                .gauge()
                .value();
    }

    @SafeVarargs
    private static ConsumerRecords<String, byte[]> poll(ConsumerRecord<String, byte[]>... all) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> records =
                new java.util.LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> message : all) {
            records.put(new TopicPartition(TOPIC, message.partition()), List.of(message));
        }
        return new ConsumerRecords<>(records, Map.of());
    }

    private static ConsumerRecord<String, byte[]> message(int partition, String time) {
        ConsumerRecord<String, byte[]> message =
                new ConsumerRecord<>(
                        TOPIC,
                        partition,
                        0,
                        NOW.minusSeconds(5).toEpochMilli(),
                        org.apache.kafka.common.record.TimestampType.CREATE_TIME,
                        0,
                        0,
                        "key",
                        new byte[0],
                        new org.apache.kafka.common.header.internals.RecordHeaders(),
                        java.util.Optional.empty());
        message.headers().add("ce_time", time.getBytes(StandardCharsets.UTF_8));
        return message;
    }

    private static Config config() {
        return new SmallRyeConfigBuilder()
                .withDefaultValue("mp.messaging.incoming.thing-in.topic", TOPIC)
                .withDefaultValue("mp.messaging.incoming.thing-in.group.id", "test-service")
                .build();
    }
}
