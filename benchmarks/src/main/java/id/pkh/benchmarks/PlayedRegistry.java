package id.pkh.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers whom to pay, in the place of the registry: what the registry needs for that is not
 * measured. All data of a family follow from its id; one family in a hundred has an account that
 * another one may have too.
 */
final class PlayedRegistry implements AutoCloseable {

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final long ACCOUNTS = 100_000_000_000_000L;
    private static final int HUNDRED = 100;
    private static final int SHARED_ACCOUNTS = 5_000;
    private static final int THREADS = 2;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private PlayedRegistry(HttpServer server) {
        this.server = server;
    }

    static PlayedRegistry start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            PlayedRegistry registry = new PlayedRegistry(server);
            server.createContext("/api/v1/payees/reveal", PlayedRegistry::answer);
            server.setExecutor(registry.threads);
            server.start();
            return registry;
        } catch (IOException e) {
            throw new CannotRun("no server for the played registry", e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String question =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] answer = answerTo(question).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    static String answerTo(String question) {
        StringJoiner items = new StringJoiner(",", "{\"items\":[", "]}");
        Matcher ids = ID.matcher(question);
        while (ids.find()) {
            items.add(item(UUID.fromString(ids.group())));
        }
        return items.toString();
    }

    private static String item(UUID family) {
        long number = family.getLeastSignificantBits() & Long.MAX_VALUE;
        long account =
                number % HUNDRED == 0
                        ? number / HUNDRED % SHARED_ACCOUNTS
                        : SHARED_ACCOUNTS + number % (ACCOUNTS - SHARED_ACCOUNTS);
        return "{\"kpm_id\":\"%s\",\"paying_bank\":\"%s\",\"payee_name\":\"%s\",\"account_number\":\"%015d\",\"account_confirmed\":true}"
                .formatted(
                        family,
                        MadePayments.BANK,
                        MadePayments.name((int) (number % Integer.MAX_VALUE)),
                        ACCOUNTS + account);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
