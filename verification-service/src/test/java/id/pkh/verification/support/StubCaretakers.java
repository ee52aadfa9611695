package id.pkh.verification.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.pkh.localstack.JvmWide;
import id.pkh.platform.web.FreeTextRule;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names caretakers as the registry does. A test sets the names that it knows. */
public class StubCaretakers implements QuarkusTestResourceLifecycleManager {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int UNFIT_PURPOSE = 422;
    private static final String STATUS = "status";
    private static final String QUESTION = "last question";
    private static final String TOKEN = "last token";

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
        server.createContext("/api/v1/caretakers/reveal", StubCaretakers::answer);
        server.start();
        return Map.of(
                "pkh.verification.registry.url",
                "http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** The test resource and the tests are loaded by different class loaders. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> known() {
        return (Map<String, String>)
                JvmWide.values()
                        .computeIfAbsent("stub caretakers", name -> new ConcurrentHashMap<>());
    }

    public static void knows(UUID kpmId, String name) {
        known().put(kpmId.toString(), name);
    }

    /** Sets the status of all later responses; with 200 it names caretakers again. */
    public static void answers(int status) {
        known().put(STATUS, Integer.toString(status));
    }

    public static String lastQuestion() {
        return known().get(QUESTION);
    }

    public static String lastToken() {
        return known().get(TOKEN);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String question =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        known().put(QUESTION, question);
        known().put(TOKEN, exchange.getRequestHeaders().getFirst("Authorization"));
        String items =
                ID.matcher(question)
                        .results()
                        .map(MatchResult::group)
                        .filter(known()::containsKey)
                        .map(
                                id ->
                                        "{\"kpm_id\":\"%s\",\"caretaker_name\":\"%s\",\"more\":1}"
                                                .formatted(id, known().get(id)))
                        .collect(Collectors.joining(","));
        byte[] answer = ("{\"items\":[" + items + "]}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(
                isPurposeFit(question)
                        ? Integer.parseInt(known().getOrDefault(STATUS, "200"))
                        : UNFIT_PURPOSE,
                answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** As the registry checks it. */
    private static boolean isPurposeFit(String question) throws IOException {
        String purpose = new ObjectMapper().readTree(question).path("purpose").asText();
        return !purpose.isBlank() && FreeTextRule.faultOf(purpose).isEmpty();
    }
}
