package id.pkh.platform.messaging.things;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;

/** The consumer group of the service, as the broker sees it. */
@ApplicationScoped
public class ServiceGroup {

    static final String NAME = "test-service";

    private static final String CHANNEL = "thing-in";

    private final KafkaClientService clients;
    private final Admin admin;

    ServiceGroup(KafkaClientService clients) {
        this.clients = clients;
        this.admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                Streams.bootstrapServers()));
    }

    @PreDestroy
    void close() {
        admin.close();
    }

    /** By partition, how many records no commit covers; without the partitions that have none. */
    public Map<TopicPartition, Long> uncommitted() {
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        got(admin.describeTopics(List.of(ThingHappened.TOPIC)).allTopicNames())
                .get(ThingHappened.TOPIC)
                .partitions()
                .forEach(
                        partition ->
                                asked.put(
                                        new TopicPartition(
                                                ThingHappened.TOPIC, partition.partition()),
                                        OffsetSpec.latest()));
        Map<TopicPartition, Long> behind =
                new TreeMap<>((a, b) -> Integer.compare(a.partition(), b.partition()));
        got(admin.listOffsets(asked).all())
                .forEach(
                        (partition, end) -> {
                            OffsetAndMetadata at = committed.get(partition);
                            long left = end.offset() - (at == null ? 0 : at.offset());
                            if (left != 0) {
                                behind.put(partition, left);
                            }
                        });
        return behind;
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() {
        return got(admin.listConsumerGroupOffsets(NAME).partitionsToOffsetAndMetadata());
    }

    /** The partitions of the service itself, whichever other members the group has. */
    public Set<TopicPartition> partitionsOfTheService() {
        return service().getAssignments().await().indefinitely();
    }

    /** The name that the broker gave the service when it joined. */
    public String memberOfTheService() {
        return service().consumerGroupMetadata().await().indefinitely().memberId();
    }

    /** Whether the service takes part in a rebalance that is not over; it cannot commit then. */
    public boolean theServiceIsRebalancing() {
        Map<TopicPartition, OffsetAndMetadata> again = committed();
        again.keySet().retainAll(partitionsOfTheService());
        try {
            service().commit(again).await().indefinitely();
            return false;
        } catch (RebalanceInProgressException rebalancing) {
            return true;
        }
    }

    /** The broker drops every member, and refuses what they commit until they join again. */
    public void forgetTheMembers() {
        got(
                admin.removeMembersFromConsumerGroup(
                                NAME, new RemoveMembersFromConsumerGroupOptions())
                        .all());
    }

    private KafkaConsumer<?, ?> service() {
        return clients.getConsumer(CHANNEL);
    }

    private static <T> T got(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
