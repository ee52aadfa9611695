package id.pkh.registry.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers as the services that own meetings and payments do. What is recorded is kept as long as
 * the JVM; a group whose code ends with {@code -99} is not known there.
 */
public class StubServices implements QuarkusTestResourceLifecycleManager {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern VILLAGE = Pattern.compile("village=([0-9.]+)");
    private static final Pattern KIND = Pattern.compile("kind=([A-Z]+)");
    private static final Pattern MONTH = Pattern.compile("month=([0-9-]+)");
    private static final Pattern CORRECTION =
            Pattern.compile("/api/v1/meetings/([0-9a-f-]+)/corrections");

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", StubServices::answer);
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        return Map.of(
                "pkh.registry.services.meeting.url", url,
                "pkh.registry.services.verification.url", url,
                "pkh.registry.services.disbursement.url", url);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        byte[] sent = exchange.getRequestBody().readAllBytes();
        int status = 200;
        JsonNode body;
        if (StubFacts.isDown()) {
            status = 503;
            body = JSON.createObjectNode();
        } else if (exchange.getRequestMethod().equals("POST")) {
            Answer answer = posted(path, (ObjectNode) JSON.readTree(sent));
            status = answer.status();
            body = answer.body();
        } else {
            body = read(path, query);
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Answer(int status, JsonNode body) {}

    private static JsonNode read(String path, String query) {
        if (path.startsWith("/api/v1/figures/")) {
            return StubFacts.figures(query);
        }
        String village = first(VILLAGE, query);
        return switch (path) {
            case "/api/v1/groups", "/api/v1/my-work" -> page(JSON.createArrayNode());
            case "/api/v1/open-cases" -> page(StubFacts.openCases(village));
            case "/api/v1/p2k2-sessions" -> sessions();
            case "/api/v1/attendance-lists" ->
                    page(StubFacts.meetings(village, first(MONTH, query)));
            case "/api/v1/evidence-lines" -> page(StubEvidence.lines(first(KIND, query), village));
            case StubProposals.PATH -> page(StubProposals.open(query));
            case "/api/v1/appeals" -> page(StubProposals.appeals(query));
            case "/api/v1/withdrawal-reasons" -> reasons();
            case "/api/v1/cycles" -> cycles();
            default -> page(StubFacts.withdrawals(village));
        };
    }

    private static Answer posted(String path, ObjectNode sent) {
        StubFacts.posts(path, sent);
        Matcher correction = CORRECTION.matcher(path);
        if (correction.matches()) {
            return refusalOr(
                    sent, 201, StubFacts.corrected(UUID.fromString(correction.group(1)), sent));
        }
        if (path.equals(StubProposals.PATH)) {
            return proposed(sent);
        }
        if (path.equals("/api/v1/meetings")) {
            return refusalOr(sent, 201, StubFacts.held(sent));
        }
        if (path.equals("/api/v1/evidence-lines")) {
            return new Answer(200, StubEvidence.stated(sent));
        }
        return new Answer(200, StubFacts.reported(sent));
    }

    private static Answer proposed(ObjectNode sent) {
        if (StubProposals.of(sent.path("kpm_id").asText()) != null) {
            return new Answer(
                    409, JSON.createObjectNode().put("code", "PROPOSAL_OPEN").put("status", 409));
        }
        ObjectNode proposal = StubProposals.propose(sent);
        return StubProposals.isAnswerLost()
                ? new Answer(503, JSON.createObjectNode())
                : new Answer(201, proposal);
    }

    /** As the meeting service refuses a family that was not in the group on the day. */
    private static Answer refusalOr(ObjectNode sent, int status, JsonNode done) {
        for (JsonNode mark : sent.path("attendance")) {
            String kpmId = mark.path("kpm_id").asText();
            if (StubFacts.hasLeft(kpmId)) {
                ObjectNode problem =
                        JSON.createObjectNode()
                                .put("code", "NOT_IN_GROUP")
                                .put("status", 422)
                                .put("detail", "Keluarga ini tidak di kelompok pada hari itu.")
                                .put("kpm_id", kpmId);
                StubFacts.undo();
                return new Answer(422, problem);
            }
        }
        return new Answer(status, done);
    }

    private static String first(Pattern pattern, String query) {
        Matcher found = pattern.matcher(query);
        return found.find() ? found.group(1) : "";
    }

    private static ObjectNode page(ArrayNode items) {
        ObjectNode page = JSON.createObjectNode();
        page.set("items", items);
        page.putNull("next");
        return page;
    }

    private static ObjectNode sessions() {
        ObjectNode material = JSON.createObjectNode();
        ArrayNode sessions = material.putArray("sessions");
        sessions.addObject().put("session_code", "PARENTING-1").put("title", "Menjadi orang tua");
        sessions.addObject().put("session_code", "PARENTING-2").put("title", "Perilaku anak");
        return material;
    }

    private static ObjectNode reasons() {
        ObjectNode reasons = JSON.createObjectNode();
        reasons.putArray("items").addObject().put("code", "CARD_LOST");
        return reasons;
    }

    private static ObjectNode cycles() {
        ArrayNode cycles = JSON.createArrayNode();
        cycles.addObject().put("cycle_code", "2026-T2").put("status", "OPEN");
        cycles.addObject().put("cycle_code", "2026-T1").put("status", "SEALED");
        return page(cycles);
    }
}
