package id.pkh.platform.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.pkh.localstack.LocalStackResource;
import id.pkh.platform.messaging.envelope.CloudEventHeaders;
import id.pkh.platform.messaging.envelope.EventMeta;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.platform.messaging.things.Streams;
import id.pkh.platform.messaging.things.ThingConsumer;
import id.pkh.platform.messaging.things.ThingEvent;
import id.pkh.platform.messaging.things.ThingHappened;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.persistence.DatabaseFailure;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * No event is lost and none is doubled, from the outbox to the effect, with a real broker and a
 * real database.
 */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "messaging"))
class DeliveryComponentTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject Streams streams;
    @Inject Outbox outbox;
    @Inject RelayLoop loop;
    @Inject RelayProducers producers;
    @Inject ThingConsumer consumer;
    @Inject AgroalDataSource database;
    @Inject InMemorySpanExporter exporter;

    @AfterEach
    void letEverythingRunAgain() {
        consumer.refuseNothing();
        loop.start();
    }

    @Test
    void anAppendedEventHasItsEffectOnceAndInTheOrderOfItsKey() {
        UUID thing = UUID.randomUUID();
        IntStream.rangeClosed(1, 50).forEach(n -> streams.publish(thing, n));

        await().atMost(SOON).until(() -> streams.effects(thing).size() >= 50);
        assertThat(streams.effects(thing)).isEqualTo(IntStream.rangeClosed(1, 50).boxed().toList());
    }

    @Test
    void manyAppendedAtOnceAreOnTheLogAsIfAppendedOneByOne() {
        UUID thing = UUID.randomUUID();
        int many = ThingConsumer.COUNTED - 1;
        Causation cause = new Causation("an-act", "an-event", Causation.root().traceparent());
        cause.run(
                () ->
                        QuarkusTransaction.requiringNew()
                                .run(
                                        () -> {
                                            outbox.append(ThingHappened.of(thing, 1), 1);
                                            outbox.appendAll(things(thing, 2, many));
                                        }));

        await().atMost(SOON).until(() -> streams.effects(thing).size() >= many);
        assertThat(streams.effects(thing))
                .isEqualTo(IntStream.rangeClosed(1, many).boxed().toList());
        List<ConsumerRecord<String, byte[]>> log =
                streams.onTheLog(ThingHappened.TOPIC, thing.toString());
        EventMeta one = CloudEventHeaders.read(log.get(0));
        EventMeta last = CloudEventHeaders.read(log.get(many - 1));
        assertThat(last)
                .usingRecursiveComparison()
                .ignoringFields("id", "sequence", "traceparent", "offset")
                .isEqualTo(one);
        assertThat(last.sequence()).isEqualTo(many);
        assertThat(last.correlationId()).isEqualTo("an-act");
        assertThat(last.causationId()).isEqualTo("an-event");
        assertThat(log.stream().map(message -> CloudEventHeaders.read(message).id()))
                .doesNotHaveDuplicates();
        assertThat(names(log.get(many - 1))).isEqualTo(names(log.get(0)));
    }

    private static List<Sequenced> things(UUID thing, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(n -> new Sequenced(ThingHappened.of(thing, n), n))
                .toList();
    }

    private static List<String> names(ConsumerRecord<String, byte[]> message) {
        List<String> names = new ArrayList<>();
        message.headers().forEach(header -> names.add(header.key()));
        return names;
    }

    @Test
    void manyOfWhichTheDatabaseRefusesOneAreNotThere() {
        UUID thing = UUID.randomUUID();
        int topicMissing = 300;
        List<Sequenced> events = new ArrayList<>(things(thing, 1, 500));
        events.set(topicMissing, new Sequenced(new ThingOfNoTopic(thing), topicMissing));

        assertThatThrownBy(
                        () -> QuarkusTransaction.requiringNew().run(() -> outbox.appendAll(events)))
                .isInstanceOf(DatabaseFailure.class);

        UUID other = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> outbox.appendAll(things(other, 1, 2)));
        await().atMost(SOON).until(() -> streams.effects(other).size() == 2);
        assertThat(streams.effects(thing)).isEmpty();
    }

    /** An event that no service publishes. */
    private record ThingOfNoTopic(UUID thingId) implements ThingEvent {

        @Override
        public String type() {
            return ThingHappened.TYPE;
        }

        @Override
        public String topic() {
            return null;
        }

        @Override
        public LocalDate occurredOn() {
            return LocalDate.of(2026, 1, 15);
        }

        @Override
        public Instant recordedAt() {
            return Instant.parse("2026-01-16T03:00:00Z");
        }
    }

    @Test
    void aPollHasBeenReadWhenItIsHandedOver() {
        consumer.forgetPolls();
        UUID thing = UUID.randomUUID();
        IntStream.rangeClosed(1, 3).forEach(n -> streams.publish(thing, n));

        await().atMost(SOON).until(() -> streams.effects(thing).size() == 3);
        assertThat(consumer.pollsReadAhead()).containsOnlyKeys(true);
    }

    @Test
    void theEnvelopeIsCloudEventsInBinaryMode() {
        UUID thing = UUID.randomUUID();
        UUID id = streams.publish(thing, 7);
        await().atMost(SOON).until(() -> streams.effects(thing).size() == 1);

        ConsumerRecord<String, byte[]> message =
                streams.onTheLog(ThingHappened.TOPIC, thing.toString()).get(0);
        EventMeta meta = CloudEventHeaders.read(message);
        assertThat(meta.id()).isEqualTo(id);
        assertThat(meta.type()).isEqualTo(ThingHappened.TYPE);
        assertThat(meta.source()).isEqualTo("/pkh/test-service");
        assertThat(meta.subject()).isEqualTo(thing.toString());
        assertThat(meta.sequence()).isEqualTo(7);
        assertThat(meta.correlationId()).isNotBlank();
        assertThat(meta.traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
        assertThat(CloudEventHeaders.optional(message.headers(), "traceparent"))
                .isEqualTo(meta.traceparent());
        assertThat(CloudEventHeaders.optional(message.headers(), "content-type"))
                .isEqualTo("application/json");
    }

    @Test
    void noSpanIsMadeWhileTracesAreOff() {
        UUID thing = UUID.randomUUID();
        streams.publish(thing, 1);
        await().atMost(SOON).until(() -> streams.effects(thing).size() == 1);
        assertThat(exporter.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void nothingIsPublishedWithoutACommit() {
        UUID thing = UUID.randomUUID();
        assertThatThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () -> {
                                                    outbox.append(ThingHappened.of(thing, 1), 1);
                                                    throw new IllegalStateException(
                                                            "changed my mind");
                                                }))
                .hasMessage("changed my mind");
        streams.publish(thing, 2);
        await().atMost(SOON).until(() -> !streams.effects(thing).isEmpty());
        assertThat(streams.effects(thing)).containsExactly(2);
    }

    @Test
    void theOutboxRefusesToWorkOutsideATransaction() {
        assertThatThrownBy(() -> outbox.append(ThingHappened.of(UUID.randomUUID(), 1), 1))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void aTransactionThatCommitsLateIsNotSkippedAndNothingOvertakesIt() throws SQLException {
        UUID early = UUID.randomUUID();
        UUID late = UUID.randomUUID();
        try (Connection open = database.getConnection()) {
            open.setAutoCommit(false);
            try (PreparedStatement write =
                    open.prepareStatement(
                            "INSERT INTO outbox (shard, topic, event_key, event_id, event_type, sequence,"
                                    + " correlation_id, payload) VALUES (?, ?, ?, gen_random_uuid(), ?, 1, 'c', ?)")) {
                write.setInt(1, Outbox.shardOf(early.toString()));
                write.setString(2, ThingHappened.TOPIC);
                write.setString(3, early.toString());
                write.setString(4, ThingHappened.TYPE);
                write.setBytes(5, Streams.json(early, 1));
                write.executeUpdate();
            }
            streams.publish(late, 1);
            await().during(Duration.ofMillis(500))
                    .atMost(SOON)
                    .until(() -> streams.effects(late).isEmpty());
            open.commit();
        }
        await().atMost(SOON)
                .until(() -> streams.effects(late).size() + streams.effects(early).size() == 2);
        assertThat(streams.effects(early)).containsExactly(1);
    }

    @Test
    void aRecordThatArrivesTwiceHasOneEffect() {
        UUID thing = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        streams.sendThing(id, thing, 1);
        streams.sendThing(id, thing, 1);
        streams.sendThing(UUID.randomUUID(), thing, 2);
        streams.sendThing(id, thing, 1);
        streams.sendThing(UUID.randomUUID(), thing, 3);

        await().atMost(SOON).until(() -> streams.effects(thing).contains(3));
        assertThat(streams.effects(thing)).containsExactly(1, 2, 3);
    }

    @Test
    void aRelayThatDiesBetweenAcknowledgementAndCheckpointDoublesNoEffect() throws Exception {
        loop.stop();
        UUID thing = UUID.randomUUID();
        IntStream.rangeClosed(1, 20).forEach(n -> streams.publish(thing, n));
        try (Producer<String, byte[]> producer = producers.open()) {
            OutboxRelay dying =
                    relay(
                            producer,
                            "dying",
                            () -> {
                                throw new InterruptedException("killed here");
                            });
            assertThat(dying.renewLeases()).isEqualTo(Outbox.SHARDS);
            assertThatThrownBy(dying::relayWindow).isInstanceOf(InterruptedException.class);
            await().atMost(SOON).until(() -> streams.effects(thing).size() == 20);

            OutboxRelay successor = relay(producer, "successor", () -> {});
            await().atMost(SOON).until(() -> successor.renewLeases() == Outbox.SHARDS);
            assertThat(successor.relayWindow()).isGreaterThanOrEqualTo(20);
            successor.release();
        }
        streams.sendThing(UUID.randomUUID(), thing, 21);
        await().atMost(SOON).until(() -> streams.effects(thing).contains(21));

        assertThat(streams.onTheLog(ThingHappened.TOPIC, thing.toString()))
                .as("the window was sent twice")
                .hasSize(41);
        assertThat(streams.effects(thing)).isEqualTo(IntStream.rangeClosed(1, 21).boxed().toList());
    }

    @Test
    void nothingIsSentBehindARecordThatTheBrokerDidNotTake() throws Exception {
        loop.stop();
        UUID thing = UUID.randomUUID();
        IntStream.rangeClosed(1, 5).forEach(n -> streams.publish(thing, n));
        try (Producer<String, byte[]> producer = producers.open()) {
            OutboxRelay unlucky = relay(refusing(producer, 2), "unlucky", () -> {});
            await().atMost(SOON).until(() -> unlucky.renewLeases() == Outbox.SHARDS);
            assertThatThrownBy(unlucky::relayWindow).isInstanceOf(TimeoutException.class);
            unlucky.release();
        }
        loop.start();
        await().atMost(SOON).until(() -> streams.effects(thing).size() == 5);

        assertThat(streams.effects(thing)).containsExactly(1, 2, 3, 4, 5);
        assertThat(streams.onTheLog(ThingHappened.TOPIC, thing.toString()))
                .extracting(record -> CloudEventHeaders.read(record).sequence())
                .containsExactly(1L, 1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void shardsThatAreBehindCatchUpWithoutSendingAgainWhatTheOthersHaveSent() throws Exception {
        loop.stop();
        UUID thing = UUID.randomUUID();
        int shard = Outbox.shardOf(thing.toString());
        try (Producer<String, byte[]> producer = producers.open();
                Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            OutboxRelay relay = relay(producer, "uneven", () -> {});
            await().atMost(SOON).until(() -> relay.renewLeases() == Outbox.SHARDS);
            while (relay.relayWindow() > 0) {
                // rows that other tests have left
            }
            streams.publish(thing, 1);
            sql.execute(
                    "UPDATE outbox_shard SET relayed_to = pg_snapshot_xmin(pg_current_snapshot())"
                            + " WHERE shard <> "
                            + shard);
            relay.renewLeases();
            // another open transaction may hold a window back
            await().atMost(SOON).until(() -> relay.relayWindow() == 1);
            await().atMost(SOON).until(() -> relay.relayWindow() == 0 && relayedTo(sql) == 1);

            streams.publish(thing, 2);
            await().atMost(SOON).until(() -> relay.relayWindow() == 1);
            relay.release();
        }
        assertThat(streams.onTheLog(ThingHappened.TOPIC, thing.toString())).hasSize(2);
    }

    @Test
    void aShardHasOneOwnerAndAnExpiredOwnerCannotMoveTheCheckpoint() throws Exception {
        loop.stop();
        try (Producer<String, byte[]> producer = producers.open();
                Connection connection = database.getConnection()) {
            RelayLeases sleeper = new RelayLeases("sleeper", Duration.ofSeconds(5));
            RelayLeases other = new RelayLeases("other", Duration.ofSeconds(5));
            RelayLeases third = new RelayLeases("third", Duration.ofSeconds(5));
            try {
                var held = sleeper.renew(connection);
                assertThat(held).hasSize(Outbox.SHARDS);

                await().atMost(SOON).until(() -> other.renew(connection).size() == Outbox.SHARDS);
                assertThat(sleeper.advance(connection, held, 99)).isFalse();

                third.renew(connection);
                assertThat(other.renew(connection)).as("a fair share").hasSize(Outbox.SHARDS / 2);
                assertThat(third.renew(connection)).hasSize(Outbox.SHARDS / 2);
            } finally {
                for (RelayLeases leases : List.of(sleeper, other, third)) {
                    leases.release(connection);
                }
            }
        }
    }

    @Test
    void everyAcknowledgementIsFromAllReplicasAndNoRetryDoublesARecord() {
        assertThat(producers.settings())
                .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
                .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
                .containsEntry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1)
                .containsEntry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        assertThat(
                        ConfigProvider.getConfig()
                                .getValue(
                                        "mp.messaging.connector.smallrye-kafka.acks", String.class))
                .isEqualTo("all");
    }

    @Test
    void anEventLargerThanARecordIsRefusedWhereItIsWritten() {
        record Huge(UUID thingId, String text, LocalDate occurredOn, Instant recordedAt)
                implements ThingEvent {
            @Override
            public String type() {
                return ThingHappened.TYPE;
            }

            @Override
            public String topic() {
                return ThingHappened.TOPIC;
            }
        }
        int overhead = 150;
        for (int bytes :
                List.of(Outbox.MAX_PAYLOAD_BYTES - overhead, Outbox.MAX_PAYLOAD_BYTES + 1)) {
            Huge huge =
                    new Huge(
                            UUID.randomUUID(),
                            "x".repeat(bytes),
                            LocalDate.of(2026, 1, 1),
                            Instant.EPOCH);
            Runnable append =
                    () ->
                            QuarkusTransaction.requiringNew()
                                    .run(
                                            () -> {
                                                outbox.append(huge, 1);
                                                throw new IllegalStateException("written");
                                            });
            assertThatThrownBy(append::run)
                    .hasMessageContaining(
                            bytes < Outbox.MAX_PAYLOAD_BYTES
                                    ? "written"
                                    : "larger than an event may be");
        }
    }

    private static int relayedTo(Statement sql) throws SQLException {
        try (ResultSet row =
                sql.executeQuery("SELECT count(DISTINCT relayed_to::text) FROM outbox_shard")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Refuses one record as the client does when it has no metadata of the topic. */
    @SuppressWarnings("unchecked")
    private static Producer<String, byte[]> refusing(
            Producer<String, byte[]> producer, int refused) {
        AtomicInteger sent = new AtomicInteger();
        return (Producer<String, byte[]>)
                Proxy.newProxyInstance(
                        Producer.class.getClassLoader(),
                        new Class<?>[] {Producer.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("send")
                                    && sent.incrementAndGet() == refused) {
                                TimeoutException failure = new TimeoutException("no metadata");
                                ((Callback) arguments[1]).onCompletion(null, failure);
                                return CompletableFuture.failedFuture(failure);
                            }
                            return method.invoke(producer, arguments);
                        });
    }

    private OutboxRelay relay(
            Producer<String, byte[]> producer,
            String owner,
            OutboxRelay.AfterAcknowledgement hook) {
        return new OutboxRelay(
                database,
                producer,
                new RelayLeases(owner, Duration.ofSeconds(5)),
                "/pkh/test-service",
                hook);
    }
}
