package id.pkh.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.pkh.client.disbursement.CyclesApi;
import id.pkh.client.disbursement.model.SealRequest;
import id.pkh.client.meeting.GroupsApi;
import id.pkh.client.meeting.MonthClosingsApi;
import id.pkh.client.meeting.model.GroupPage;
import id.pkh.client.meeting.model.MonthClosingRequest;
import id.pkh.client.platform.OperationsApi;
import id.pkh.client.platform.model.FileResult;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PkhClientTest {

    private static final String NO_GROUPS = "{\"items\": [], \"next\": null}";
    private static final String BUSY = "{\"code\": \"TOO_MANY_REQUESTS\", \"detail\": \"Wait.\"}";

    @TempDir Path folder;

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Call> calls = new ArrayList<>();
    private HttpServer server;
    private URI address;

    private record Answer(int status, String body, Map<String, String> headers) {}

    private record Call(
            String method, String target, Map<String, List<String>> headers, byte[] body) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> String.join(",", header.getValue()))
                    .findFirst()
                    .orElse(null);
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        address = URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aCallCarriesTheTokenOfItsMomentTheCorrelationIdAndTheTrace() {
        answerWith(200, NO_GROUPS);
        answerWith(200, NO_GROUPS);
        Deque<String> tokens = new ArrayDeque<>(List.of("first", "second"));
        PkhClient client =
                PkhClient.to(address)
                        .token(tokens::poll)
                        .correlationId(() -> "import-17")
                        .traceparent(
                                () -> "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                        .open();

        GroupPage page =
                client.call(
                        GroupsApi::new, groups -> groups.listGroups(null, 100, "17.71.08.1001"));
        client.call(GroupsApi::new, groups -> groups.listGroups(null, 100, "17.71.08.1001"));

        assertThat(page.getItems()).isEmpty();
        assertThat(calls.get(0).target())
                .isEqualTo("/api/v1/groups?limit=100&village=17.71.08.1001");
        assertThat(calls.get(0).header("X-Correlation-ID")).isEqualTo("import-17");
        assertThat(calls.get(0).header("traceparent"))
                .isEqualTo("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertThat(calls)
                .extracting(call -> call.header("Authorization"))
                .containsExactly("Bearer first", "Bearer second");
    }

    @Test
    void personsShareAConnection() {
        answerWith(200, NO_GROUPS);
        answerWith(200, NO_GROUPS);
        PkhClient client = PkhClient.at(address, () -> "one");

        client.as(() -> "other").call(GroupsApi::new, api -> api.listGroups(null, null, null));
        client.call(GroupsApi::new, api -> api.listGroups(null, null, null));

        assertThat(calls)
                .extracting(call -> call.header("Authorization"))
                .containsExactly("Bearer other", "Bearer one");
    }

    @Test
    void aListIsReadPageAfterPage() {
        answerWith(200, "{\"items\": [{\"name\": \"Mawar\"}], \"next\": \"a b\"}");
        answerWith(200, "{\"items\": [{\"name\": \"Melati\"}], \"next\": null}");
        List<String> names = new ArrayList<>();

        PkhClient.at(address, () -> "token")
                .each(
                        GroupsApi::new,
                        (groups, after) -> groups.listGroups(after, 1, null),
                        GroupPage::getItems,
                        GroupPage::getNext,
                        group -> names.add(group.getName()));

        assertThat(names).containsExactly("Mawar", "Melati");
        assertThat(calls)
                .extracting(Call::target)
                .containsExactly("/api/v1/groups?limit=1", "/api/v1/groups?after=a%20b&limit=1");
    }

    @Test
    void withoutAHookTheTraceIsThatOfTheCurrentSpan() {
        answerWith(200, NO_GROUPS);
        answerWith(200, NO_GROUPS);
        PkhClient client = PkhClient.at(address, () -> "token");
        Span span =
                Span.wrap(
                        SpanContext.create(
                                "0af7651916cd43dd8448eb211c80319c",
                                "b7ad6b7169203331",
                                TraceFlags.getSampled(),
                                TraceState.getDefault()));

        try (Scope current = span.makeCurrent()) {
            client.call(GroupsApi::new, groups -> groups.listGroups(null, null, null));
        }
        client.call(GroupsApi::new, groups -> groups.listGroups(null, null, null));

        assertThat(calls)
                .extracting(call -> call.header("traceparent"))
                .containsExactly("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", null);
    }

    @Test
    void aReadWaitsWhereTheServiceAsksIt() {
        answerWith(429, BUSY, Map.of("Retry-After", "3"));
        answerWith(503, BUSY, Map.of("Retry-After", "0"));
        answerWith(200, NO_GROUPS);
        List<Duration> waits = new ArrayList<>();
        PkhClient client = patient(Duration.ofSeconds(10), waits);

        client.call(GroupsApi::new, api -> api.listGroups(null, null, null));

        assertThat(waits).containsExactly(Duration.ofSeconds(3), Duration.ofMillis(500));
    }

    @Test
    void theWholeWaitOfACallHasALimit() {
        answerWith(429, BUSY, Map.of("Retry-After", "3"));
        answerWith(429, BUSY, Map.of("Retry-After", "3"));
        List<Duration> waits = new ArrayList<>();
        PkhClient client = patient(Duration.ofSeconds(5), waits);

        RefusedCall refused =
                refusal(() -> client.call(GroupsApi::new, api -> api.listGroups(null, 1, null)));

        assertThat(waits).containsExactly(Duration.ofSeconds(3));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(refused.retryAfter()).contains(Duration.ofSeconds(3));
        assertThat(refused).hasMessage("listGroups: 429 TOO_MANY_REQUESTS Wait.");
    }

    @Test
    void aBusyServiceThatNamesNoTimeIsNotCalledAgain() {
        answerWith(503, "<html>no upstream</html>");
        List<Duration> waits = new ArrayList<>();
        PkhClient client = patient(Duration.ofSeconds(5), waits);

        RefusedCall refused =
                refusal(() -> client.call(GroupsApi::new, api -> api.listGroups(null, 1, null)));

        assertThat(waits).isEmpty();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo(RefusedCall.NO_ANSWER);
        assertThat(refused.retryAfter()).isEmpty();
    }

    @Test
    void aCallWithAnEffectIsRepeatedOnlyIfItTakesEffectOnce() {
        answerWith(503, BUSY, Map.of("Retry-After", "1"));
        answerWith(503, BUSY, Map.of("Retry-After", "1"));
        answerWith(503, BUSY, Map.of("Retry-After", "60"));
        List<Duration> waits = new ArrayList<>();
        PkhClient client = patient(Duration.ofSeconds(5), waits);
        MonthClosingRequest january = new MonthClosingRequest().month("2026-01").areaCode("17.71");
        SealRequest list = new SealRequest().listSha256("0".repeat(64));

        refusal(() -> client.call(MonthClosingsApi::new, closings -> closings.closeMonth(january)));
        assertThat(waits).isEmpty();
        refusal(
                () ->
                        client.call(
                                CyclesApi::new,
                                cycles -> cycles.sealCycle("2026-T2", "seal-of-june", list)));

        assertThat(waits).containsExactly(Duration.ofSeconds(1));
        assertThat(calls)
                .extracting(call -> call.header("Idempotency-Key"))
                .containsExactly(null, "seal-of-june", "seal-of-june");
    }

    @Test
    void aFileIsSentAsItIs() throws IOException {
        String result = "{\"status\": \"APPLIED\", \"rows_read\": 2, \"details\": {}}";
        answerWith(201, result);
        answerWith(201, result);
        Path csv = Files.write(folder.resolve("groups.csv"), "\ufeffkode;nama\n".getBytes(UTF_8));
        Path xlsx = Files.write(folder.resolve("groups.xlsx"), new byte[] {'P', 'K', 3, 4, -1});
        PkhClient client = PkhClient.at(address, () -> "token");

        FileResult received =
                client.call(
                        GroupsApi::new,
                        groups -> groups.importGroups(csv.toFile(), "daftar é.csv"));
        client.call(GroupsApi::new, groups -> groups.importGroups(xlsx.toFile(), null));

        assertThat(received.getRowsRead()).isEqualTo(2);
        assertThat(calls.get(0).target())
                .isEqualTo("/api/v1/imports/groups?filename=daftar%20%C3%A9.csv");
        assertThat(calls.get(0).header("Content-Type")).isEqualTo("text/csv");
        assertThat(calls.get(0).body()).isEqualTo(Files.readAllBytes(csv));
        assertThat(calls.get(1).header("Content-Type")).contains("spreadsheetml");
        assertThat(calls.get(1).body()).isEqualTo(Files.readAllBytes(xlsx));
    }

    @Test
    void theFileOfACallThatWasNeverSentDoesNotReachTheNextCall() {
        answerWith(201, "{}");
        PkhClient client = PkhClient.at(address, () -> "token");
        Path csv = folder.resolve("groups.csv");

        catchThrowableOfType(
                IllegalArgumentException.class,
                () ->
                        client.call(
                                GroupsApi::new,
                                groups ->
                                        groups.importGroups(
                                                csv.toFile(), null, Map.of("a b", "c"))));
        client.call(
                MonthClosingsApi::new,
                api -> api.closeMonth(new MonthClosingRequest().month("2026-01").areaCode("17")));

        assertThat(new String(calls.get(0).body(), UTF_8)).contains("2026-01");
    }

    @Test
    void namesHaveTheirLettersWhateverTheCharsetOfTheProcess() {
        answerWith(404, "{\"code\": \"X\", \"detail\": \"Kelompok “Mawar” é 😀\"}");
        PkhClient client = PkhClient.at(address, () -> "token");

        RefusedCall refused =
                refusal(
                        () ->
                                client.call(
                                        OperationsApi::new, api -> api.getJob(UUID.randomUUID())));

        assertThat(refused.detail()).isEqualTo("Kelompok “Mawar” é 😀");
        assertThat(new String(AsciiJson.escaped("é😀".getBytes(UTF_8)), UTF_8))
                .isEqualTo("\\u00e9\\ud83d\\ude00");
    }

    @Test
    void aServiceThatIsDownAndAnAnswerThatCannotBeReadHaveCodes() {
        answerWith(200, "<html>signed out</html>");
        PkhClient client = PkhClient.at(URI.create(address + "/"), () -> "token");

        RefusedCall garbage =
                refusal(
                        () ->
                                client.call(
                                        GroupsApi::new,
                                        groups -> groups.listGroups(null, null, null)));
        server.stop(0);
        RefusedCall down =
                refusal(
                        () ->
                                client.call(
                                        GroupsApi::new,
                                        groups -> groups.listGroups(null, null, null)));

        assertThat(garbage.code()).isEqualTo(RefusedCall.UNREADABLE_ANSWER);
        assertThat(down.code()).isEqualTo(RefusedCall.NO_ANSWER);
        assertThat(down.status()).isZero();
    }

    private static RefusedCall refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(RefusedCall.class, call);
    }

    private PkhClient patient(Duration atMost, List<Duration> waits) {
        return PkhClient.to(address)
                .token(() -> "token")
                .waitAtMost(atMost)
                .pause(waits::add)
                .open();
    }

    private void answerWith(int status, String body) {
        answerWith(status, body, Map.of());
    }

    private void answerWith(int status, String body, Map<String, String> headers) {
        answers.add(new Answer(status, body, headers));
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.add(
                new Call(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        exchange.getRequestHeaders(),
                        exchange.getRequestBody().readAllBytes()));
        Answer next = answers.remove();
        byte[] body = next.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        next.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(next.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
