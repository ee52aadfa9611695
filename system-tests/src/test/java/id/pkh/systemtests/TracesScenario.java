package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackPlan;
import id.pkh.systemtests.SpanCollector.Collected;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Packaged services with traces on, sent to a collector: a request to one, its event on the topic
 * and what another made of it are one trace, and no personal data is in it.
 */
@Isolated("three stacks at once would be too much for two cores")
class TracesScenario {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String TOPIC = "pkh.registry.facilitator.v1";
    private static final String NIK = "1771081506900001";
    private static final String NAME = "Pendamping Contoh";

    @TempDir Path folder;

    @Test
    void aRequestItsEventAndTheEffectInTheOtherServiceAreOneTrace() throws Exception {
        try (SpanCollector collector = new SpanCollector();
                Stack stack = Stack.start(plan(collector), System.out::println)) {
            register(stack);

            Collected request =
                    one(
                            collector,
                            c ->
                                    c.span().getKind() == SpanKind.SPAN_KIND_SERVER
                                            && c.span()
                                                    .getName()
                                                    .equals("POST /api/v1/facilitators"));
            Collected published = one(collector, childOf(request, SpanKind.SPAN_KIND_PRODUCER));
            Collected applied = one(collector, childOf(published, SpanKind.SPAN_KIND_CONSUMER));

            assertThat(request.service()).isEqualTo("kpm-registry-service");
            assertThat(request.span().getParentSpanId()).isEqualTo(ByteString.EMPTY);
            assertThat(published.service()).isEqualTo("kpm-registry-service");
            assertThat(published.span().getName()).isEqualTo("publish " + TOPIC);
            assertThat(applied.service()).isEqualTo("meeting-service");
            assertThat(applied.span().getName()).isEqualTo("process " + TOPIC);
            assertThat(List.of(request, published, applied))
                    .extracting(c -> c.span().getTraceId())
                    .containsOnly(request.span().getTraceId());
            assertThat(collector.sent())
                    .contains("POST /api/v1/facilitators")
                    .doesNotContain(NIK, NAME);
        }
    }

    private StackPlan plan(SpanCollector collector) {
        List<String> needed = List.of(Checkout.REGISTRY, Checkout.MEETING);
        return StackPlan.fresh(
                        folder.resolve("stack"),
                        new Checkout(Tree.ROOT)
                                .builtServices().stream()
                                        .filter(service -> needed.contains(service.name()))
                                        .map(
                                                service ->
                                                        service.withEnvironment(
                                                                Map.of(
                                                                        "QUARKUS_OTEL_SDK_DISABLED",
                                                                        "false",
                                                                        "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                                                                        collector
                                                                                .address()
                                                                                .toString())))
                                        .toList())
                .forTests();
    }

    private static void register(Stack stack) throws Exception {
        URI facilitators =
                stack.service(Checkout.REGISTRY).address().resolve("/api/v1/facilitators");
        String token =
                stack.token("administrator-1", List.of("DATA_ADMINISTRATOR"), List.of("17.71"));
        String facilitator =
                """
                {"code": "PSD-177108-9", "name": "%s", "nik": "%s", "assignments": [
                  {"role": "FACILITATOR", "village_code": "17.71.08.1001", "valid_from": "2025-01-01"}]}
                """
                        .formatted(NAME, NIK);
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(facilitators)
                                        .header("Authorization", "Bearer " + token)
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(facilitator))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static Predicate<Collected> childOf(Collected parent, SpanKind kind) {
        return c ->
                c.span().getParentSpanId().equals(parent.span().getSpanId())
                        && c.span().getKind() == kind;
    }

    /** A service sends its spans every few seconds. */
    private static Collected one(SpanCollector collector, Predicate<Collected> wanted) {
        List<Collected> found =
                await().atMost(SOON)
                        .until(
                                () -> collector.spans().stream().filter(wanted).toList(),
                                spans -> !spans.isEmpty());
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
