package id.pkh.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pkh.localstack.LocalStackResource;
import id.pkh.platform.messaging.things.Streams;
import id.pkh.testsupport.metrics.ExposedMetrics;
import id.pkh.testsupport.rest.ManagementPort;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The broker or the database becomes unavailable and comes back: writers continue where they can,
 * and no event is lost or doubled.
 */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "messaging"))
class OutageComponentTest {

    private static final Duration AFTER_HEALING = Duration.ofSeconds(60);

    @Inject Streams streams;

    @Test
    void whatIsWrittenWhileTheBrokerIsAwayArrivesWhenItIsBack() throws Exception {
        UUID thing = UUID.randomUUID();
        streams.publish(thing, 1);
        await().atMost(AFTER_HEALING).until(() -> streams.effects(thing).size() == 1);

        LocalStackResource.kafka().kill();
        IntStream.rangeClosed(2, 100).forEach(n -> streams.publish(thing, n));
        assertThat(streams.effects(thing)).containsExactly(1);
        LocalStackResource.kafka().restart();

        await().atMost(AFTER_HEALING).until(() -> streams.effects(thing).size() >= 100);
        assertThat(streams.effects(thing))
                .isEqualTo(IntStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void consumptionAndLivenessRecoverAfterTheDatabaseWasAway() throws Exception {
        UUID thing = UUID.randomUUID();
        LocalStackResource.postgres().kill();
        streams.sendThing(UUID.randomUUID(), thing, 1);
        streams.sendThing(UUID.randomUUID(), thing, 2);
        ManagementPort.request().get("/q/health/live").then().statusCode(200);
        await().atMost(AFTER_HEALING)
                .untilAsserted(
                        () ->
                                assertThat(ExposedMetrics.text())
                                        .contains("\noutbox_oldest_age_seconds{shard=\"7\"} NaN")
                                        .contains("\nparked_events NaN"));
        LocalStackResource.postgres().restart();

        await().atMost(AFTER_HEALING)
                .ignoreExceptions()
                .until(() -> streams.effects(thing).size() >= 2);
        assertThat(streams.effects(thing)).containsExactly(1, 2);
        assertThat(streams.parked(thing.toString())).isEmpty();
        ManagementPort.request().get("/q/health/live").then().statusCode(200);
        streams.publish(thing, 3);
        await().atMost(AFTER_HEALING).until(() -> streams.effects(thing).contains(3));
        await().atMost(AFTER_HEALING)
                .untilAsserted(
                        () ->
                                assertThat(ExposedMetrics.text())
                                        .doesNotContain(
                                                "\noutbox_oldest_age_seconds{shard=\"7\"} NaN")
                                        .doesNotContain("\nparked_events NaN"));
    }
}
