package id.pkh.console.support;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.pkh.localstack.Ports;
import id.pkh.testsupport.rest.LoopbackCertificate;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Responses of the services for tests of the pages: registry is healthy, meeting has two parked
 * events, verification is not ready any more and has a certificate of another authority, and
 * disbursement does not exist.
 */
public class StandIns implements QuarkusTestResourceLifecycleManager {

    private static final String PARKED =
            """
            {"items":[
             {"parked_id":7,"topic":"pkh.registry.kpm-state.v1","key":"family-<b>1</b>","partition":1,"offset":12,
              "event_id":"01900000-0000-7000-8000-000000000001","event_type":"id.pkh.registry.kpm-state.v1",
              "reason":"HANDLER_FAILED","cause":"IllegalStateException at a place","state":"PARKED","attempts":2,
              "parked_at":"2026-01-15T03:00:00Z","resolved_at":null,"resolved_by":null,"resolution_reason":null},
             {"parked_id":8,"topic":"pkh.registry.kpm-state.v1","key":"family-2","partition":1,"offset":13,
              "event_id":null,"event_type":null,"reason":"ENVELOPE_MALFORMED","cause":"PermanentFailure: ce_id is missing",
              "state":"PARKED","attempts":1,"parked_at":"2026-01-15T03:01:00Z"}],"next":"CURSOR"}""";

    public static final String NOT_TAKEN = "01900000-0000-7000-8000-000000000404";
    public static final String STILL_RUNNING = "01900000-0000-7000-8000-000000000100";
    private static final String PAST = "01900000-0000-7000-8000-000000000200";

    private static final String ACTIONS =
            """
            {"items":[
             {"action_id":2,"done_at":"2026-01-15T03:10:00Z","done_by":"operations-2","action":"DISCARD",
              "selection":"{\\"parked_id\\":9,\\"reason\\":\\"sent <i>twice</i>\\"}","outcome":"DISCARDED"}],
             "next":"EARLIER"}""";

    private static final String JOURNAL =
            """
            {"items":[
             {"event_id":"01900000-0000-7000-8000-00000000000a","event_type":"id.pkh.meeting.group-members-changed.v1",
              "topic":"pkh.meeting.group.v1","key":"g-1","sequence":2,"recorded_at":"2026-01-15T03:00:00Z",
              "correlation_id":"act-1","causation_id":"01900000-0000-7000-8000-000000000001",
              "payload":"{\\"group_code\\":\\"17.71.08.1001-01\\",\\"village_code\\":\\"17.71.08.1001\\",\\"joined_kpm_ids\\":[\\"f-1\\"],\\"note\\":\\"<i>\\"}"}],
             "next":null}""";

    private static final String CALLS = "calls of the stand-ins";
    private static final Set<String> TOKENS = ConcurrentHashMap.newKeySet();

    private final LoopbackCertificate certificate = LoopbackCertificate.make();
    private final List<HttpServer> servers = new ArrayList<>();

    /** The tokens with which the API of a service was called since this was asked last. */
    public static Set<String> tokensSince() {
        Set<String> tokens = Set.copyOf(TOKENS);
        TOKENS.clear();
        return tokens;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>();
        configuration.put(
                "pkh.console.services.registry", serve(exchange -> well(exchange, 200, "UP", 0)));
        configuration.put(
                "pkh.console.services.meeting", serve(exchange -> well(exchange, 200, "UP", 2)));
        configuration.put(
                "pkh.console.services.verification",
                serveEncrypted(exchange -> well(exchange, 503, "DOWN", 0)));
        configuration.put(
                "quarkus.tls.services.trust-store.pem.certs", certificate.pem().toString());
        configuration.put("pkh.console.services.disbursement", "http://localhost:" + Ports.free());
        // one server for both addresses of a service
        for (String service : List.of("registry", "meeting", "verification", "disbursement")) {
            configuration.put(
                    "pkh.console.management." + service,
                    configuration.get("pkh.console.services." + service));
        }
        return configuration;
    }

    /** What the calls of the services since the last look carried: correlation id and trace. */
    public static List<String> calls() {
        String calls = System.getProperties().remove(CALLS) instanceof String text ? text : "";
        return calls.lines().toList();
    }

    /** The test resource and the tests are loaded by different class loaders. */
    private static void remember(Headers headers) {
        String call =
                headers.getFirst("X-Correlation-ID")
                        + " "
                        + String.join(" and ", headers.getOrDefault("traceparent", List.of("none")))
                        + "\n";
        System.getProperties().merge(CALLS, call, (before, one) -> before.toString() + one);
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private interface Maker {
        HttpServer make() throws IOException;
    }

    private String serve(Answer answer) {
        return serve(
                "http",
                () ->
                        HttpServer.create(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
                answer);
    }

    private String serveEncrypted(Answer answer) {
        return serve("https", certificate::server, answer);
    }

    private String serve(String scheme, Maker maker, Answer answer) {
        try {
            HttpServer server = maker.make();
            server.createContext("/", answer::to);
            server.start();
            servers.add(server);
            return scheme + "://localhost:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void well(HttpExchange exchange, int status, String database, int parked)
            throws IOException {
        String path = exchange.getRequestURI().getPath();
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        if (path.startsWith("/api/")) {
            TOKENS.add(String.valueOf(token).replace("Bearer ", ""));
        }
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.equals("/q/health/ready")) {
            send(
                    exchange,
                    status,
                    "{\"checks\":[{\"name\":\"Database connections health check\",\"status\":\""
                            + database
                            + "\"}]}");
        } else if (path.equals("/q/metrics")) {
            send(
                    exchange,
                    200,
                    "outbox_pending_rows 1234\noutbox_oldest_age_seconds{shard=\"0\"} 3\noutbox_oldest_age_seconds{shard=\"1\"} 45\nparked_events %d\nparked_families %d\n"
                                    .formatted(parked, parked)
                            + (parked > 0
                                    ? "dlq_depth{topic=\"pkh.registry.kpm-state.v1\"} " + parked
                                    : ""));
        } else if (token == null || !token.startsWith("Bearer ey")) {
            send(exchange, 401, "{\"code\":\"UNAUTHENTICATED\"}");
        } else if (path.endsWith("/parked-events")) {
            remember(exchange.getRequestHeaders());
            send(exchange, 200, parked > 0 ? PARKED : "{\"items\":[],\"next\":null}");
        } else if (path.endsWith("/parked-counts")) {
            send(exchange, 200, "[]");
        } else if (path.endsWith("/parked-events/7")) {
            send(
                    exchange,
                    200,
                    "{\"event\":"
                            + PARKED.substring(
                                    PARKED.indexOf("{\"parked_id\":7"), PARKED.indexOf("}") + 1)
                            + ",\"state\":\"PARKED\",\"headers\":\"{\\\"ce_correlationid\\\":\\\"act-1\\\"}\","
                            + "\"payload\":\"{\\\"note\\\":\\\"<script>alert(1)</script>\\\"}\"}");
        } else if (path.endsWith("/parked-events/8")) {
            send(
                    exchange,
                    200,
                    "{\"event\":{\"parked_id\":8,\"topic\":\"pkh.registry.kpm-state.v1\",\"key\":\"family-2\","
                            + "\"partition\":1,\"offset\":13,\"reason\":\"NUMBER_REFUSED\",\"cause\":null,\"state\":\"PARKED\","
                            + "\"attempts\":1,\"parked_at\":\"2026-01-15T03:01:00Z\"},\"state\":\"PARKED\",\"headers\":\"{}\","
                            + "\"payload\":null,\"payload_hidden\":true}");
        } else if (path.endsWith("/journal")
                && "key=elsewhere".equals(exchange.getRequestURI().getQuery().split("&")[0])) {
            send(
                    exchange,
                    200,
                    JOURNAL.replaceAll(
                            "(?s)\"payload\":.*\\}\"\\}\\]",
                            "\"payload\":null,\"payload_hidden\":true}]"));
        } else if (path.endsWith("/journal")) {
            send(exchange, 200, parked > 0 ? JOURNAL : "{\"items\":[],\"next\":null}");
        } else if (path.endsWith("/facilitator-lapses")) {
            send(
                    exchange,
                    200,
                    "{\"items\":[{\"facilitator_id\":\"pdp-2\",\"facilitator_code\":\"PSD-177108-2\",\"month\":\"2026-02\",\"duty\":\"P2K2\",\"standing\":true,"
                            + "\"groups\":[{\"group_code\":\"g\",\"village_code\":\"v\",\"months_running\":3}]}]}");
        } else if (path.endsWith("/groups")) {
            send(
                    exchange,
                    200,
                    "{\"items\":[{\"group_id\":\"g-1\",\"group_code\":\"17.71.08.1001-01\"}]}");
        } else if (path.endsWith("/discard")) {
            send(
                    exchange,
                    409,
                    "{\"code\":\"NOT_PARKED_ANY_MORE\",\"detail\":\"The event is REDRIVEN.\"}");
        } else if (path.endsWith("/parked-events/count")) {
            send(exchange, 200, "{\"events\":%d}".formatted(parked > 0 ? 5 : 0));
        } else if (path.endsWith("/actions")) {
            send(
                    exchange,
                    parked > 0 ? 200 : 403,
                    parked > 0 ? ACTIONS : "{\"code\":\"FORBIDDEN\"}");
        } else if (path.endsWith("/redrives") && asked.isEmpty()) {
            send(
                    exchange,
                    200,
                    "{\"items\":["
                            + (parked > 0 ? redrive(PAST, "DONE", 2, 2) : "")
                            + "],\"next\":null}");
        } else if (path.endsWith("/redrives")) {
            send(exchange, 202, redrive(idIn(asked), "RUNNING", 0, 2));
        } else if (path.endsWith("/stop")) {
            send(exchange, 409, "{\"code\":\"REDRIVE_ENDED\"}");
        } else if (path.endsWith("/" + NOT_TAKEN)) {
            send(exchange, 404, "{\"code\":\"NOT_FOUND\"}");
        } else if (path.endsWith("/" + STILL_RUNNING)) {
            send(exchange, 200, redrive(STILL_RUNNING, "RUNNING", 400_000, 1_000_000));
        } else if (path.contains("/redrives/")) {
            send(exchange, 200, redrive(PAST, "DONE", 2, 2));
        } else {
            send(exchange, 404, "{\"code\":\"NOT_FOUND\"}");
        }
    }

    private static String idIn(String asked) {
        return asked.replaceAll("(?s).*\"redrive_id\":\"([^\"]+)\".*", "$1");
    }

    /** One of the selected events was redriven; another request handled the others. */
    private static String redrive(String id, String state, long settled, long selected) {
        return "{\"redrive_id\":\"%s\",\"state\":\"%s\",\"selection\":{\"ids\":2},\"requested_by\":\"operations-2\","
                        .formatted(id, state)
                + "\"requested_at\":\"2026-01-15T03:00:00Z\",\"selected\":%d,\"settled\":%d,\"redriven\":1,\"failed\":0,\"blocked\":0,\"elsewhere\":1}"
                        .formatted(selected, settled);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void stop() {
        servers.forEach(server -> server.stop(0));
    }
}
