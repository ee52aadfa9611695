package id.pkh.district.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Counts records on the broker: those published, and those not yet consumed. */
final class Broker implements AutoCloseable {

    /** Consumer groups and their topics. */
    static final Map<String, List<String>> LISTENERS =
            Map.of(
                    "kpm-registry-service",
                            List.of(
                                    "pkh.verification.sanction.v1",
                                    "pkh.meeting.facilitator-duty.v1",
                                    "pkh.disbursement.payment.v1"),
                    "meeting-service",
                            List.of(
                                    "pkh.registry.kpm-state.v1",
                                    "pkh.registry.facilitator.v1",
                                    "pkh.verification.form.v1",
                                    "pkh.disbursement.village-credit.v1"),
                    "verification-service",
                            List.of("pkh.registry.kpm-state.v1", "pkh.meeting.meeting.v1"),
                    "disbursement-service",
                            List.of(
                                    "pkh.registry.kpm-state.v1",
                                    "pkh.registry.kpm.v1",
                                    "pkh.meeting.group.v1",
                                    "pkh.verification.sanction.v1",
                                    "pkh.verification.quarter.v1"));

    private static final String PREFIX = "pkh.";
    private static final String DEAD_LETTERS = ".dlq";

    private final Admin admin;

    Broker(Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "story");
        this.admin = Admin.create(settings);
    }

    /** Records on the event topics by topic, without dead letters. */
    Map<String, Long> published() {
        Map<String, Long> byTopic = new HashMap<>();
        ends().forEach((partition, end) -> byTopic.merge(partition.topic(), end, Long::sum));
        return byTopic;
    }

    /**
     * Records that a consumer has not processed yet. For a group without committed offsets all
     * records count: it may just have started, or may not be back yet.
     */
    long lag() {
        Map<TopicPartition, Long> ends = ends();
        long lag = 0;
        for (Map.Entry<String, List<String>> listener : LISTENERS.entrySet()) {
            Map<TopicPartition, OffsetAndMetadata> committed = committed(listener.getKey());
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                if (listener.getValue().contains(end.getKey().topic())) {
                    OffsetAndMetadata at = committed.get(end.getKey());
                    lag += Math.max(0, end.getValue() - (at == null ? 0 : at.offset()));
                }
            }
        }
        return lag;
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
