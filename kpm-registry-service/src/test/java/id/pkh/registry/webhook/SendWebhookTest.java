package id.pkh.registry.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.webhook.domain.AttemptOutcome;
import id.pkh.testsupport.rest.LoopbackCertificate;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendWebhookTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Instant NOW = Instant.parse("2026-12-02T03:00:00Z");
    private static final WebhookSecret SECRET =
            new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final WebhookMessage MESSAGE =
            new WebhookMessage("id-1", "application/cloudevents+json", "{\"a\":1}", 7, 7, 1);

    private final Receiver receiver = new Receiver();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        receiver.close();
    }

    @AfterAll
    static void closeVertx() {
        VERTX.close();
    }

    private static SendWebhook sender(Duration patience) {
        return new SendWebhook(VERTX, SendWebhook.options(), InetAddress::getAllByName, patience);
    }

    private static ReceiverAddress at(String url) {
        return ReceiverAddress.read(url, Set.of("localhost"));
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Attempt send() {
        return sender(Duration.ofSeconds(5))
                .send(at(receiver.url()), MESSAGE, List.of(SECRET), NOW);
    }

    @Test
    void aRequestHasTheHeadersOfTheStandardAndASignatureOfEachSecret() {
        WebhookSecret former = WebhookSecret.make();

        Attempt attempt =
                sender(Duration.ofSeconds(5))
                        .send(at(receiver.url()), MESSAGE, List.of(SECRET, former), NOW);

        assertThat(attempt.outcome()).isEqualTo(AttemptOutcome.DELIVERED);
        assertThat(attempt.status()).isEqualTo(204);
        long seconds = NOW.getEpochSecond();
        assertThat(receiver.received())
                .containsExactly(
                        new Receiver.Received(
                                "localhost:" + receiver.port(),
                                "id-1",
                                Long.toString(seconds),
                                SECRET.signature("id-1", seconds, MESSAGE.body())
                                        + " "
                                        + former.signature("id-1", seconds, MESSAGE.body()),
                                "application/cloudevents+json",
                                MESSAGE.body()));
    }

    @ParameterizedTest
    @CsvSource({"200,DELIVERED", "410,GONE", "429,BUSY", "404,REFUSED", "500,FAULTY"})
    void theStatusDecides(int status, AttemptOutcome outcome) {
        receiver.answers(Receiver.status(status));

        assertThat(send().outcome()).isEqualTo(outcome);
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (Receiver other = new Receiver()) {
            receiver.answers(Receiver.status(307, "Location", other.url()));

            assertThat(send().outcome()).isEqualTo(AttemptOutcome.REDIRECTED);
            assertThat(other.received()).isEmpty();
        }
    }

    @Test
    void retryAfterIsReadAsSecondsOrAsADate() {
        receiver.answers(Receiver.status(429, "Retry-After", "120"));
        assertThat(send().askedFor()).isEqualTo(Duration.ofSeconds(120));

        receiver.answers(Receiver.status(503, "Retry-After", "Wed, 2 Dec 2026 04:00:00 GMT"));
        assertThat(send().askedFor()).isEqualTo(Duration.ofHours(1));

        receiver.answers(Receiver.status(503, "Retry-After", "soon"));
        assertThat(send().askedFor()).isNull();
    }

    @Test
    void aReceiverThatDoesNotAnswerIsLeft() {
        receiver.answers(exchange -> awaitEnd());

        Attempt attempt =
                sender(Duration.ofMillis(300))
                        .send(at(receiver.url()), MESSAGE, List.of(SECRET), NOW);

        assertThat(attempt.outcome()).isEqualTo(AttemptOutcome.TIMED_OUT);
        assertThat(attempt.millis()).isBetween(250L, 4_000L);
    }

    @Test
    void aConnectionThatBreaksOffIsAFailure() {
        receiver.answers(exchange -> exchange.close());

        assertThat(send().outcome()).isEqualTo(AttemptOutcome.BROKEN_OFF);
    }

    @Test
    void anAnswerThatLiesAboutItsLengthOrNeverEndsCountsByItsStatusAndHoldsNothingUp() {
        receiver.answers(
                exchange -> {
                    exchange.sendResponseHeaders(200, 1_000);
                    exchange.getResponseBody().write(new byte[10]);
                    exchange.getResponseBody().flush();
                    throw new IOException("the receiver hangs up");
                });
        SendWebhook sender = sender(Duration.ofSeconds(5));
        for (int i = 0; i < 8; i++) {
            assertThat(sender.send(at(receiver.url()), MESSAGE, List.of(SECRET), NOW).outcome())
                    .isEqualTo(AttemptOutcome.DELIVERED);
        }
        receiver.answers(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 1_000; i++) {
                        exchange.getResponseBody().write(new byte[100_000]);
                    }
                });
        for (int i = 0; i < 8; i++) {
            assertThat(sender.send(at(receiver.url()), MESSAGE, List.of(SECRET), NOW).outcome())
                    .isEqualTo(AttemptOutcome.DELIVERED);
        }
    }

    @Test
    void nobodyListens() {
        int port = receiver.port();
        receiver.close();

        assertThat(
                        sender(Duration.ofSeconds(5))
                                .send(
                                        at("http://localhost:" + port + "/"),
                                        MESSAGE,
                                        List.of(SECRET),
                                        NOW)
                                .outcome())
                .isEqualTo(AttemptOutcome.UNREACHABLE);
    }

    @Test
    void aNameThatIsNotKnownIsAFailure() {
        NameLookUps.Names none =
                host -> {
                    throw new UnknownHostException(host);
                };
        assertThat(
                        new SendWebhook(VERTX, SendWebhook.options(), none, Duration.ofSeconds(5))
                                .send(
                                        at("https://hooks.example.go.id/"),
                                        MESSAGE,
                                        List.of(SECRET),
                                        NOW)
                                .outcome())
                .isEqualTo(AttemptOutcome.NAME_UNKNOWN);
    }

    /** Two attempts of the name that hangs keep one look-up, and another name is sent to. */
    @Test
    void aNameThatIsNotAnsweredHoldsNobodyUp() {
        AtomicInteger lookUps = new AtomicInteger();
        NameLookUps.Names hanging =
                host -> {
                    if (host.equals("localhost")) {
                        return InetAddress.getAllByName(host);
                    }
                    lookUps.incrementAndGet();
                    awaitEnd();
                    return new InetAddress[] {InetAddress.getLoopbackAddress()};
                };
        SendWebhook sender =
                new SendWebhook(VERTX, SendWebhook.options(), hanging, Duration.ofMillis(200));
        ReceiverAddress silent =
                ReceiverAddress.read(
                        "http://silent.example:" + receiver.port() + "/", Set.of("silent.example"));

        for (int i = 0; i < 2; i++) {
            Attempt attempt = sender.send(silent, MESSAGE, List.of(SECRET), NOW);
            assertThat(attempt.outcome()).isEqualTo(AttemptOutcome.NAME_TIMED_OUT);
            assertThat(attempt.millis()).isBetween(150L, 4_000L);
        }
        assertThat(lookUps).hasValue(1);
        assertThat(receiver.received()).isEmpty();
    }

    /** Each attempt looks once. The second time one of the addresses is this host. */
    @Test
    void aNameThatMeansAnInnerAddressIsNotConnectedToWheneverItIsLookedUp() {
        AtomicInteger lookUps = new AtomicInteger();
        NameLookUps.Names rebinding =
                host ->
                        lookUps.incrementAndGet() == 1
                                ? new InetAddress[] {InetAddress.getByName("240.0.0.1")}
                                : new InetAddress[] {
                                    InetAddress.getByName("9.9.9.9"),
                                    InetAddress.getLoopbackAddress()
                                };
        SendWebhook sender =
                new SendWebhook(VERTX, SendWebhook.options(), rebinding, Duration.ofSeconds(5));
        ReceiverAddress address = at("https://hooks.example.go.id:" + receiver.port() + "/");

        for (int i = 1; i <= 2; i++) {
            assertThat(sender.send(address, MESSAGE, List.of(SECRET), NOW).outcome())
                    .isEqualTo(AttemptOutcome.ADDRESS_FORBIDDEN);
            assertThat(lookUps).hasValue(i);
        }
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void theConnectionGoesToTheJudgedAddressUnderTheNameOfTheReceiver() throws IOException {
        LoopbackCertificate certificate = LoopbackCertificate.make();
        HttpClientOptions trusting =
                SendWebhook.options()
                        .setTrustOptions(
                                new PemTrustOptions().addCertPath(certificate.pem().toString()));
        NameLookUps.Names here = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
        SendWebhook sender = new SendWebhook(VERTX, trusting, here, Duration.ofSeconds(5));
        try (Receiver secure = new Receiver(certificate.server())) {
            Set<String> local = Set.of("localhost", "elsewhere.example");
            String tail = ":" + secure.port() + "/hook";

            assertThat(
                            sender.send(
                                            ReceiverAddress.read("https://localhost" + tail, local),
                                            MESSAGE,
                                            List.of(SECRET),
                                            NOW)
                                    .outcome())
                    .isEqualTo(AttemptOutcome.DELIVERED);
            assertThat(secure.received().get(0).host()).isEqualTo("localhost:" + secure.port());

            // its certificate is not for this name, although the address is the same
            assertThat(
                            sender.send(
                                            ReceiverAddress.read(
                                                    "https://elsewhere.example" + tail, local),
                                            MESSAGE,
                                            List.of(SECRET),
                                            NOW)
                                    .outcome())
                    .isEqualTo(AttemptOutcome.UNTRUSTED);
            // and nobody has signed it
            assertThat(
                            sender(Duration.ofSeconds(5))
                                    .send(
                                            ReceiverAddress.read("https://localhost" + tail, local),
                                            MESSAGE,
                                            List.of(SECRET),
                                            NOW)
                                    .outcome())
                    .isEqualTo(AttemptOutcome.UNTRUSTED);
            assertThat(secure.received()).hasSize(1);
        }
    }
}
