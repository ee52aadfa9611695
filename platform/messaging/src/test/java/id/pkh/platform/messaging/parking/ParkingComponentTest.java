package id.pkh.platform.messaging.parking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pkh.localstack.LocalStackResource;
import id.pkh.platform.messaging.envelope.CloudEventHeaders;
import id.pkh.platform.messaging.things.Streams;
import id.pkh.platform.messaging.things.ThingConsumer;
import id.pkh.platform.messaging.things.ThingHappened;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A record that cannot be applied is parked alone, with a copy for the dead-letter topic. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "messaging"))
class ParkingComponentTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject Streams streams;
    @Inject ThingConsumer consumer;

    @AfterEach
    void refuseNothing() {
        consumer.refuseNothing();
    }

    @Test
    void aBadRecordIsParkedAndTheOthersOfTheBatchHaveTheirEffect() {
        UUID good = UUID.randomUUID();
        UUID bad = UUID.randomUUID();
        consumer.refuse(666);
        streams.sendThing(UUID.randomUUID(), good, 1);
        streams.sendThing(UUID.randomUUID(), bad, 666);
        streams.sendThing(UUID.randomUUID(), good, 2);

        await().atMost(SOON).until(() -> streams.effects(good).size() == 2);
        await().atMost(SOON).until(() -> streams.parked(bad.toString()).size() == 1);
        assertThat(streams.parked(bad.toString())).containsExactly("NUMBER_REFUSED PARKED");
        assertThat(streams.effects(bad)).isEmpty();
    }

    @Test
    void everyKindOfUnreadableRecordIsParkedUnderItsName() {
        UUID id = UUID.randomUUID();
        Map<String, String> headers = Streams.headers(id, ThingHappened.TYPE, 1);
        byte[] json = Streams.json(id, 1);
        expectParked(
                "TYPE_UNKNOWN", json, Streams.headers(UUID.randomUUID(), "id.pkh.other.v1", 1));
        expectParked("ENVELOPE_MALFORMED", json, Map.of());
        expectParked("ENVELOPE_MALFORMED", json, with(headers, "ce_id", "not-a-uuid"));
        expectParked("ENVELOPE_MALFORMED", json, with(headers, "ce_specversion", "0.3"));
        expectParked("ENVELOPE_MALFORMED", json, with(headers, "ce_time", "yesterday"));
        expectParked("PAYLOAD_UNREADABLE", "{".getBytes(StandardCharsets.UTF_8), fresh());
        expectParked(
                "PAYLOAD_UNREADABLE",
                "{\"number\":null}".getBytes(StandardCharsets.UTF_8),
                fresh());
        expectParked("PAYLOAD_MISSING", null, fresh());
        expectParked("PAYLOAD_MISSING", "null".getBytes(StandardCharsets.UTF_8), fresh());
        streams.send(null, json, Streams.headers(UUID.randomUUID(), ThingHappened.TYPE, 1));
        await().atMost(SOON).until(() -> streams.parked("").contains("KEY_MISSING PARKED"));
    }

    @Test
    void anIgnoredTypeIsNeitherAppliedNorParked() {
        UUID thing = UUID.randomUUID();
        streams.send(
                thing.toString(),
                Streams.json(thing, 1),
                Streams.headers(UUID.randomUUID(), "id.pkh.test.thing-ignored.v1", 1));
        streams.sendThing(UUID.randomUUID(), thing, 2);
        await().atMost(SOON).until(() -> streams.effects(thing).size() == 1);
        assertThat(streams.parked(thing.toString())).isEmpty();
    }

    @Test
    void theDeadLetterTopicGetsACopyWithItsHistory() {
        UUID thing = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        consumer.refuse(670);
        streams.sendThing(id, thing, 670);
        await().atMost(SOON)
                .until(
                        () ->
                                !streams.onTheLog(
                                                ThingHappened.TOPIC + ".test.dlq", thing.toString())
                                        .isEmpty());
        ConsumerRecord<String, byte[]> letter =
                streams.onTheLog(ThingHappened.TOPIC + ".test.dlq", thing.toString()).get(0);

        assertThat(CloudEventHeaders.optional(letter.headers(), "ce_id")).isEqualTo(id.toString());
        assertThat(CloudEventHeaders.optional(letter.headers(), "dead-letter-reason"))
                .isEqualTo("NUMBER_REFUSED");
        assertThat(CloudEventHeaders.optional(letter.headers(), "dead-letter-topic"))
                .isEqualTo(ThingHappened.TOPIC);
        assertThat(CloudEventHeaders.optional(letter.headers(), "dead-letter-offset")).isNotBlank();
        assertThat(letter.value()).isEqualTo(Streams.json(thing, 670));
    }

    private void expectParked(String reason, byte[] value, Map<String, String> headers) {
        String key = UUID.randomUUID().toString();
        streams.send(key, value, headers);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(streams.parked(key)).containsExactly(reason + " PARKED"));
    }

    private static Map<String, String> fresh() {
        return Streams.headers(UUID.randomUUID(), ThingHappened.TYPE, 1);
    }

    private static Map<String, String> with(
            Map<String, String> headers, String name, String value) {
        Map<String, String> changed = new java.util.HashMap<>(headers);
        changed.put("ce_id", UUID.randomUUID().toString());
        changed.put(name, value);
        return changed;
    }
}
