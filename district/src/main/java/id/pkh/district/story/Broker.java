package id.pkh.district.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Counts on the broker: what was published, and what consumers have not yet worked off. */
final class Broker implements AutoCloseable {

    private static final String PREFIX = "pkh.";
    private static final String DEAD_LETTERS = ".dlq";

    private final Admin admin;

    Broker(String bootstrapServers) {
        this.admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                AdminClientConfig.CLIENT_ID_CONFIG,
                                "story"));
    }

    /** Records on the event topics, dead letters left out, by topic. */
    Map<String, Long> published() {
        Map<String, Long> byTopic = new HashMap<>();
        ends().forEach((partition, end) -> byTopic.merge(partition.topic(), end, Long::sum));
        return byTopic;
    }

    /** Records that some consumer group has not committed yet, over all groups and topics. */
    long lag() {
        Map<TopicPartition, Long> ends = ends();
        long lag = 0;
        for (String group : groups()) {
            for (Map.Entry<TopicPartition, OffsetAndMetadata> at : committed(group).entrySet()) {
                Long end = ends.get(at.getKey());
                if (end != null && at.getValue() != null) {
                    lag += Math.max(0, end - at.getValue().offset());
                }
            }
        }
        return lag;
    }

    private List<String> groups() {
        return got(admin.listConsumerGroups().all()).stream()
                .map(ConsumerGroupListing::groupId)
                .toList();
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        return got(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    private Map<TopicPartition, Long> ends() {
        List<String> topics =
                got(admin.listTopics().names()).stream()
                        .filter(name -> name.startsWith(PREFIX) && !name.endsWith(DEAD_LETTERS))
                        .toList();
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (TopicDescription topic : got(admin.describeTopics(topics).allTopicNames()).values()) {
            topic.partitions()
                    .forEach(
                            partition ->
                                    asked.put(
                                            new TopicPartition(topic.name(), partition.partition()),
                                            OffsetSpec.latest()));
        }
        Map<TopicPartition, ListOffsetsResultInfo> ends = got(admin.listOffsets(asked).all());
        return ends.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
    }

    private static <T> T got(org.apache.kafka.common.KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new StoryFailure("the broker answered: " + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoryFailure("interrupted", stopped);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
