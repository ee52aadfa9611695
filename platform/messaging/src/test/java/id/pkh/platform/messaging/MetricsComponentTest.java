package id.pkh.platform.messaging;

import static id.pkh.testsupport.metrics.ExposedMetrics.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pkh.localstack.LocalStackResource;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.things.Streams;
import id.pkh.platform.messaging.things.ThingConsumer;
import id.pkh.platform.messaging.things.ThingHappened;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The metrics of the relay, the intake and parking. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "messaging"))
class MetricsComponentTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject Streams streams;
    @Inject ThingConsumer consumer;

    @AfterEach
    void refuseNothing() {
        consumer.refuseNothing();
    }

    @Test
    void parkedEventsShowInTheGaugesOfTheirTopic() {
        UUID thing = UUID.randomUUID();
        consumer.refuse(772);
        streams.sendThing(UUID.randomUUID(), thing, 772);
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            assertThat(value("dlq_depth{topic=\"" + ThingHappened.TOPIC + "\""))
                                    .isPositive();
                            assertThat(value("parked_families")).isPositive();
                            assertThat(value("parked_events")).isPositive();
                        });
    }

    @Test
    void everyShardHasAnAgeAndExactlyOneLeader() {
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            for (int shard = 0; shard < Outbox.SHARDS; shard++) {
                                String of = "{shard=\"" + shard + "\"";
                                assertThat(value("outbox_oldest_age_seconds" + of)).isNotNegative();
                                assertThat(value("outbox_relay_leader" + of)).isOne();
                            }
                        });
    }

    @Test
    void anEventThatArrivesAfterALaterOneOfItsKeyIsCounted() {
        UUID thing = UUID.randomUUID();
        double before = value("events_out_of_order_total");
        streams.sendThing(UUID.randomUUID(), thing, 5);
        streams.sendThing(UUID.randomUUID(), thing, 4);
        streams.sendThing(UUID.randomUUID(), thing, 6);
        await().atMost(SOON).until(() -> streams.effects(thing).size() == 3);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(value("events_out_of_order_total")).isEqualTo(before + 1));
    }

    @Test
    void anEventThatArrivesTwiceIsADuplicateAndNotOutOfOrder() {
        UUID thing = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        double before = value("events_out_of_order_total");
        double duplicates = value("inbox_duplicates_total");
        streams.sendThing(first, thing, 1);
        streams.sendThing(UUID.randomUUID(), thing, 2);
        streams.sendThing(first, thing, 1);
        await().atMost(SOON).until(() -> value("inbox_duplicates_total") >= duplicates + 1);
        assertThat(value("events_out_of_order_total")).isEqualTo(before);
    }

    @Test
    void theLagIsZeroWhenNothingIsPending() {
        UUID thing = UUID.randomUUID();
        streams.sendThing(UUID.randomUUID(), thing, 1);
        await().atMost(SOON).until(() -> streams.effects(thing).size() == 1);
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                value(
                                                        "event_lag_seconds{group=\"test-service\",topic=\""
                                                                + ThingHappened.TOPIC
                                                                + "\""))
                                        .isZero());
    }

    @Test
    void eventsThatTheRelayPublishesAndTheInboxDropsAreCounted() {
        UUID thing = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        streams.publish(thing, 1);
        streams.sendThing(id, thing, 2);
        streams.sendThing(id, thing, 2);
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            assertThat(value("outbox_published_total")).isPositive();
                            assertThat(value("inbox_duplicates_total")).isPositive();
                        });
    }
}
