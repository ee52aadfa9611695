package id.pkh.registry.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpRouteTest {

    private static final Duration TIMEOUT = Duration.ofMillis(400);

    private final OutgoingMessage message =
            new OutgoingMessage(UUID.randomUUID(), "+6281234567890", "PKH: é \"x\"");
    private final List<String> received = new ArrayList<>();
    private final CountDownLatch testIsOver = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer gateway;

    /** What the gateway does with a request that was read. */
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void aGateway() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.setExecutor(threads);
        gateway.start();
    }

    @AfterEach
    void stop() {
        testIsOver.countDown();
        gateway.stop(0);
        threads.shutdownNow();
    }

    private Outcome answered(Answer answer) {
        gateway.createContext(
                "/messages",
                exchange -> {
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    received.add(
                            "%s %s %s"
                                    .formatted(
                                            exchange.getRequestHeaders()
                                                    .getFirst("Idempotency-Key"),
                                            exchange.getRequestHeaders().getFirst("Authorization"),
                                            body));
                    answer.to(exchange);
                });
        return route().send(message);
    }

    private HttpRoute route() {
        return new HttpRoute(
                URI.create(
                        "http://127.0.0.1:%d/messages".formatted(gateway.getAddress().getPort())),
                Optional.of("secret"),
                TIMEOUT);
    }

    private Outcome answered(int status, String body) {
        return answered(exchange -> write(exchange, status, body));
    }

    private static void write(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void anAnswerThatNamesTheMessageMeansThatTheGatewayHasIt() {
        assertThat(answered(202, "{\"id\":\"%s\",\"more\":1}".formatted(message.id())))
                .isEqualTo(Outcome.ACCEPTED);
        assertThat(received)
                .singleElement()
                .asString()
                .startsWith(message.id() + " Bearer secret ")
                .contains("\"to\":\"+6281234567890\"", "PKH: é \\\"x\\\"");
    }

    @Test
    void anotherAttemptHasTheSameKey() {
        answered(202, "{\"id\":\"%s\"}".formatted(message.id()));

        assertThat(route().send(message)).isEqualTo(Outcome.ACCEPTED);
        assertThat(received).hasSize(2).containsOnly(received.get(0));
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "200, {}, NOT_UNDERSTOOD",
                "200, ok, NOT_UNDERSTOOD",
                "200, {\"id\":\"another\"}, NOT_UNDERSTOOD",
                "302, moved, BROKEN",
                "400, {}, REFUSED",
                "401, {}, UNREACHABLE",
                "404, {}, UNREACHABLE",
                "422, {}, REFUSED",
                "408, {}, BUSY",
                "429, {}, BUSY",
                "503, {}, BUSY",
                "500, {}, BROKEN"
            })
    void anyOtherAnswerHasItsName(int status, String body, Outcome outcome) {
        assertThat(answered(status, body)).isEqualTo(outcome);
    }

    @Test
    void aGatewayThatIsDownIsUnreachable() {
        HttpRoute route = route();
        gateway.stop(0);

        assertThat(route.send(message)).isEqualTo(Outcome.UNREACHABLE);
    }

    @Test
    void aGatewayThatHangsIsLeft() {
        assertThat(answered(exchange -> awaitTheEnd())).isEqualTo(Outcome.TIMED_OUT);
    }

    @Test
    void aGatewayThatHangsInItsAnswerIsLeft() {
        assertThat(
                        answered(
                                exchange -> {
                                    exchange.sendResponseHeaders(200, 1_000);
                                    exchange.getResponseBody().write('{');
                                    exchange.getResponseBody().flush();
                                    awaitTheEnd();
                                }))
                .isEqualTo(Outcome.TIMED_OUT);
    }

    private void awaitTheEnd() {
        try {
            testIsOver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
