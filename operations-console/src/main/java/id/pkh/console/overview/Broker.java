package id.pkh.console.overview;

import id.pkh.console.ConsoleConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks the broker for the lag of every consumer; keeps the answer for a moment, for all viewers.
 */
@ApplicationScoped
class Broker {

    private static final Duration FRESH = Duration.ofSeconds(3);

    private final Map<String, Object> broker;
    private final Duration patience;
    private Admin admin;
    private BrokerState latest;
    private Instant latestAt = Instant.MIN;

    Broker(@Identifier("default-kafka-broker") Map<String, Object> broker, ConsoleConfig config) {
        this.broker = broker;
        this.patience = config.brokerTimeout();
    }

    /** Returns the state down instead of an exception, because the page also shows the services. */
    synchronized BrokerState state() {
        Instant now = Clock.systemUTC().instant();
        if (latest == null || latestAt.plus(FRESH).isBefore(now)) {
            latest = ask(now);
            latestAt = Clock.systemUTC().instant();
        }
        return latest;
    }

    private BrokerState ask(Instant now) {
        try {
            if (admin == null) {
                admin = Admin.create(settings());
            }
            int nodes = admin.describeCluster().nodes().get().size();
            return new BrokerState(true, nodes, Lags.sorted(lags(now)));
        } catch (ExecutionException | KafkaException away) {
            return BrokerState.down();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return BrokerState.down();
        }
    }

    private List<StreamLag> lags(Instant now) throws ExecutionException, InterruptedException {
        List<String> groups =
                admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                        .map(GroupListing::groupId)
                        .sorted()
                        .toList();
        Map<String, Map<TopicPartition, Long>> committed = committed(groups);
        Map<String, ConsumerGroupDescription> described =
                admin.describeConsumerGroups(groups).all().get();
        Set<TopicPartition> partitions = new HashSet<>();
        committed.values().forEach(places -> partitions.addAll(places.keySet()));
        Map<TopicPartition, Long> end = end(partitions);
        List<StreamLag> lags = new ArrayList<>();
        for (String group : groups) {
            Map<TopicPartition, Long> places = committed.getOrDefault(group, Map.of());
            lags.addAll(
                    Lags.ofGroup(
                            group,
                            described.get(group).members().size(),
                            places,
                            end,
                            FirstUnread.times(Lags.behind(places, end), broker, patience),
                            now));
        }
        return lags;
    }

    private Map<String, Map<TopicPartition, Long>> committed(List<String> groups)
            throws ExecutionException, InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> wanted = new HashMap<>();
        groups.forEach(group -> wanted.put(group, new ListConsumerGroupOffsetsSpec()));
        Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
        for (var group : admin.listConsumerGroupOffsets(wanted).all().get().entrySet()) {
            Map<TopicPartition, Long> places = new HashMap<>();
            for (Map.Entry<TopicPartition, OffsetAndMetadata> place : group.getValue().entrySet()) {
                if (place.getValue() != null) {
                    places.put(place.getKey(), place.getValue().offset());
                }
            }
            committed.put(group.getKey(), places);
        }
        return committed;
    }

    private Map<TopicPartition, Long> end(Set<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> end = new HashMap<>();
        admin.listOffsets(wanted)
                .all()
                .get()
                .forEach((partition, place) -> end.put(partition, place.offset()));
        return end;
    }

    private Map<String, Object> settings() {
        // the address, and what a deployment sets for TLS and for signing in at the broker
        Map<String, Object> settings = new HashMap<>(broker);
        settings.keySet().retainAll(AdminClientConfig.configNames());
        int millis = (int) patience.toMillis();
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "operations-console");
        return settings;
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
