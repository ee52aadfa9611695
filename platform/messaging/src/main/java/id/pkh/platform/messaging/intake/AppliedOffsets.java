package id.pkh.platform.messaging.intake;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Commits how far a channel has applied its partitions: every second, before a partition goes to
 * another instance, and when the service stops.
 *
 * <p>The broker refuses commits while the group rebalances. A refused commit is repeated until it
 * is accepted. The strategies of the connector repeat it only with the next event of the partition;
 * until then the group looks as if it were behind.
 */
final class AppliedOffsets implements KafkaCommitHandler {

    private static final Logger LOG = Logger.getLogger(AppliedOffsets.class);
    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(1);

    /** A broker that is away holds the polling thread up no longer. */
    private static final Duration LONGEST_COMMIT = Duration.ofSeconds(5);

    /** A service that stops waits no longer for the poll that it is applying. */
    private static final Duration LONGEST_LAST_POLL = Duration.ofSeconds(5);

    private static final long LOOK_MILLIS = 50;

    private final AppliedPartitions partitions = new AppliedPartitions();
    private final AtomicBoolean commitIsAsked = new AtomicBoolean();
    private final KafkaConsumer<?, ?> consumer;
    private final Vertx vertx;
    private final long timer;

    /** Only the polling thread uses it: the refusals of one rebalance are logged once. */
    private boolean refused;

    /** The connector finds it by {@code commit-strategy}. */
    @ApplicationScoped
    @Identifier("applied")
    static class Factory implements KafkaCommitHandler.Factory {

        @Override
        public KafkaCommitHandler create(
                KafkaConnectorIncomingConfiguration config,
                Vertx vertx,
                KafkaConsumer<?, ?> consumer,
                BiConsumer<Throwable, Boolean> reportFailure) {
            return new AppliedOffsets(vertx, consumer);
        }
    }

    private AppliedOffsets(Vertx vertx, KafkaConsumer<?, ?> consumer) {
        this.consumer = consumer;
        this.vertx = vertx;
        this.timer = vertx.setPeriodic(BETWEEN_COMMITS.toMillis(), tick -> askForCommit());
    }

    @Override
    public void partitionsAssigned(Collection<TopicPartition> assigned) {
        refused = false; // the rebalance is over
        partitions.assigned(assigned, consumer.unwrap().groupMetadata().generationId());
    }

    @Override
    public void partitionsRevoked(Collection<TopicPartition> revoked) {
        commit(consumer.unwrap(), partitions.uncommittedOf(revoked));
        partitions.revoked(revoked); // what could not be committed is read again by the next owner
    }

    @Override
    public <K, V> Uni<IncomingKafkaRecord<K, V>> received(IncomingKafkaRecord<K, V> message) {
        partitions.received(
                partitionOf(message), message.getOffset(), message.getConsumerGroupGenerationId());
        return Uni.createFrom().item(message);
    }

    /** Of each partition of a poll the connector acknowledges the last record. */
    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> message) {
        partitions.applied(
                partitionOf(message), message.getOffset(), message.getConsumerGroupGenerationId());
        return Uni.createFrom().voidItem().runSubscriptionOn(message::runOnMessageContext);
    }

    private static TopicPartition partitionOf(IncomingKafkaRecord<?, ?> message) {
        return new TopicPartition(message.getTopic(), message.getPartition());
    }

    private void askForCommit() {
        if (!partitions.uncommitted().isEmpty() && commitIsAsked.compareAndSet(false, true)) {
            commitOnPollingThread()
                    .eventually(() -> commitIsAsked.set(false))
                    .subscribe()
                    .with(done -> {}, failure -> LOG.debug("the client is closed", failure));
        }
    }

    private Uni<Void> commitOnPollingThread() {
        return consumer.runOnPollingThread(
                client -> {
                    commit(client, partitions.uncommitted());
                });
    }

    private void commit(Consumer<?, ?> client, Map<TopicPartition, OffsetAndMetadata> offsets) {
        if (offsets.isEmpty()) {
            return;
        }
        try {
            client.commitSync(offsets, LONGEST_COMMIT);
            partitions.committed(offsets);
            refused = false;
        } catch (KafkaException refusal) {
            if (!refused) {
                LOG.infof("%s cannot commit yet: %s", offsets.keySet(), refusal.toString());
            }
            refused = true;
        }
    }

    @Override
    public void terminate(boolean graceful) {
        vertx.cancelTimer(timer);
        if (graceful) {
            awaitLastPoll();
        }
        commitOnPollingThread().await().atMost(LONGEST_COMMIT.multipliedBy(2));
    }

    private void awaitLastPoll() {
        long until = System.nanoTime() + LONGEST_LAST_POLL.toNanos();
        try {
            while (!partitions.isEverythingApplied() && System.nanoTime() < until) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
