package id.pkh.platform.messaging.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pkh.localstack.LocalStackResource;
import id.pkh.platform.messaging.envelope.CloudEventHeaders;
import id.pkh.platform.messaging.envelope.EventMeta;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.messaging.things.Streams;
import id.pkh.platform.messaging.things.ThingConsumer;
import id.pkh.platform.messaging.things.ThingHappened;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * With traces on, a trace covers the request, the outbox, the topic, the effect, and the next
 * event.
 */
@QuarkusTest
@TestProfile(TracesComponentTest.On.class)
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "messaging"))
class TracesComponentTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject Streams streams;
    @Inject ThingConsumer consumer;
    @Inject InMemorySpanExporter exporter;

    public static class On implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.sdk.disabled", "false");
        }
    }

    @AfterEach
    void refuseNothing() {
        consumer.refuseNothing();
    }

    @Test
    void aRequestItsEventTheEffectAndTheNextEventAreOneTrace() {
        UUID thing = UUID.randomUUID();
        given().post("/things/{id}/{number}", thing, ThingConsumer.COUNTED).then().statusCode(204);
        await().atMost(SOON).until(() -> streams.effects(thing).contains(-ThingConsumer.COUNTED));

        List<ConsumerRecord<String, byte[]>> records =
                streams.onTheLog(ThingHappened.TOPIC, thing.toString());
        EventMeta happened = CloudEventHeaders.read(records.get(0));
        EventMeta counted = CloudEventHeaders.read(records.get(1));
        SpanData applied =
                one(
                        span ->
                                span.getKind() == SpanKind.CONSUMER
                                        && happened.id()
                                                .toString()
                                                .equals(attribute(span, "messaging.message.id")));
        SpanData published = parentOf(applied);
        SpanData request = parentOf(published);

        assertThat(request.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(request.getParentSpanContext().isValid()).isFalse();
        assertThat(published.getKind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(published.getName()).isEqualTo("publish " + ThingHappened.TOPIC);
        assertThat(happened.traceparent()).isEqualTo(Traceparent.of(published.getSpanContext()));

        SpanData next = one(span -> span.getParentSpanId().equals(applied.getSpanId()));
        assertThat(next.getKind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(counted.traceparent()).isEqualTo(Traceparent.of(next.getSpanContext()));
        assertThat(List.of(request, published, applied, next))
                .extracting(SpanData::getTraceId)
                .containsOnly(request.getTraceId());
    }

    @Test
    void aRunOfEventsThatOneActPublishedIsASpanInItsTrace() {
        EventMeta cause = eventOf(UUID.randomUUID());
        ReceivedEvent<String> event = new ReceivedEvent<>(cause, "");

        EventTraces.processTogether(List.of(event, event, event), () -> {});

        SpanData together = one(span -> span.getTraceId().equals(traceOf(cause)));
        assertThat(together.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(together.getLinks()).isEmpty();
        assertThat(attribute(together, "messaging.message.id")).isNull();
    }

    @Test
    void aRunOfEventsOfSeveralActsIsOneSpanThatIsLinkedWithTheTraceOfEach() {
        List<EventMeta> causes = List.of(eventOf(UUID.randomUUID()), eventOf(UUID.randomUUID()));

        EventTraces.processTogether(
                causes.stream().map(cause -> new ReceivedEvent<>(cause, "")).toList(), () -> {});

        SpanData together =
                one(
                        span ->
                                span.getLinks().stream()
                                        .anyMatch(
                                                link ->
                                                        link.getSpanContext()
                                                                .getTraceId()
                                                                .equals(traceOf(causes.get(0)))));
        assertThat(together.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(together.getLinks())
                .extracting(link -> link.getSpanContext().getTraceId())
                .containsExactly(traceOf(causes.get(0)), traceOf(causes.get(1)))
                .doesNotContain(together.getTraceId());
    }

    @Test
    void anEventThatIsRefusedShowsInItsTraceWithoutWhatItSays() {
        UUID thing = UUID.randomUUID();
        consumer.refuse(774);
        given().post("/things/{id}/{number}", thing, 774).then().statusCode(204);
        await().atMost(SOON).until(() -> !streams.parked(thing.toString()).isEmpty());

        String trace =
                Traceparent.traceId(
                        CloudEventHeaders.read(
                                        streams.onTheLog(ThingHappened.TOPIC, thing.toString())
                                                .get(0))
                                .traceparent());
        SpanData refused =
                one(span -> span.getTraceId().equals(trace) && span.getKind() == SpanKind.CONSUMER);
        assertThat(refused.getStatus().getDescription()).isEqualTo("PermanentFailure");
        assertThat(refused.getEvents()).isEmpty();
    }

    private static EventMeta eventOf(UUID thing) {
        return new EventMeta(
                UUID.randomUUID(),
                ThingHappened.TYPE,
                "/pkh/things",
                thing.toString(),
                Instant.EPOCH,
                1,
                "act-1",
                null,
                Traceparent.childOf(null),
                ThingHappened.TOPIC,
                0,
                0,
                thing.toString());
    }

    private static String traceOf(EventMeta event) {
        return Traceparent.traceId(event.traceparent());
    }

    private SpanData parentOf(SpanData child) {
        return one(
                span ->
                        span.getSpanId().equals(child.getParentSpanId())
                                && span.getTraceId().equals(child.getTraceId()));
    }

    /** A span is exported when it has ended, which may be after its effect is visible. */
    private SpanData one(Predicate<SpanData> wanted) {
        List<SpanData> found =
                await().atMost(SOON)
                        .until(
                                () ->
                                        exporter.getFinishedSpanItems().stream()
                                                .filter(wanted)
                                                .toList(),
                                spans -> !spans.isEmpty());
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String attribute(SpanData span, String name) {
        return span.getAttributes().get(io.opentelemetry.api.common.AttributeKey.stringKey(name));
    }
}
