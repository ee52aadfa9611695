package id.pkh.platform.messaging.things;

import id.pkh.platform.messaging.intake.EventIntake;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Another instance of the service, driven by a test: it is in the same consumer group and has the
 * same database, but polls, commits, leaves and dies only when the test says so.
 */
public final class OtherInstance implements AutoCloseable {

    /** The broker waits this long for a member that has died. */
    private static final Duration MISSED_AFTER = Duration.ofSeconds(6);

    private static final Duration HEARTBEAT = Duration.ofMillis(500);
    private static final Duration POLL = Duration.ofMillis(50);

    private final EventIntake intake;
    private final KafkaConsumer<String, byte[]> client;

    public OtherInstance(EventIntake intake) {
        this.intake = intake;
        this.client =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                Streams.bootstrapServers(),
                                ConsumerConfig.GROUP_ID_CONFIG,
                                ServiceGroup.NAME,
                                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                                CooperativeStickyAssignor.class.getName(),
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest",
                                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                                (int) MISSED_AFTER.toMillis(),
                                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                                (int) HEARTBEAT.toMillis()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        client.subscribe(List.of(ThingHappened.TOPIC), new ReadLater());
    }

    /** Polls once and applies what it reads; from a new partition it reads at the next poll. */
    public void poll() {
        client.resume(client.paused());
        intake.accept(client.poll(POLL));
    }

    public Set<TopicPartition> partitions() {
        return Set.copyOf(client.assignment());
    }

    /** Ends without a word to the group, as a killed process does. */
    public void die() {
        client.close(
                CloseOptions.groupMembershipOperation(GroupMembershipOperation.REMAIN_IN_GROUP));
    }

    /** Leaves the group. */
    @Override
    public void close() {
        client.close();
    }

    /** A test may look at a partition before anything is read from it. */
    private final class ReadLater implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            client.pause(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // what it has not committed is read again
        }
    }
}
