package id.pkh.registry.webhook;

import id.pkh.registry.RegistryConfig;
import id.pkh.registry.webhook.domain.AttemptOutcome;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Sends one message to its receiver. It connects to the address that was judged, under the name of
 * the receiver, and follows no redirect. The head of the answer decides; its body is thrown away,
 * and cut off when it is long or slow.
 */
@ApplicationScoped
class SendWebhook {

    private static final int CONNECTIONS_OF_A_RECEIVER = 4;
    private static final int MOST_ANSWER_BYTES = 64 * 1024;
    private static final int MAX_DEPTH = 8;

    private final Vertx vertx;
    private final HttpClient client;
    private final NameLookUps names;
    private final Duration patience;

    @Inject
    SendWebhook(Vertx vertx, RegistryConfig config) {
        this(vertx, options(), InetAddress::getAllByName, config.webhooks().timeout());
    }

    SendWebhook(
            Vertx vertx, HttpClientOptions options, NameLookUps.Names names, Duration patience) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(options.setConnectTimeout((int) patience.toMillis()));
        this.names = new NameLookUps(names);
        this.patience = patience;
    }

    static HttpClientOptions options() {
        return new HttpClientOptions().setKeepAlive(true).setMaxPoolSize(CONNECTIONS_OF_A_RECEIVER);
    }

    @PreDestroy
    void close() {
        client.close();
        names.close();
    }

    /**
     * Sends a message and waits for the head of the answer.
     *
     * @param secrets each gives a signature
     * @param now the time of the attempt
     */
    Attempt send(
            ReceiverAddress receiver,
            WebhookMessage message,
            List<WebhookSecret> secrets,
            Instant now) {
        long timestamp = now.getEpochSecond();
        String signatures =
                String.join(
                        " ",
                        secrets.stream()
                                .map(s -> s.signature(message.id(), timestamp, message.body()))
                                .toList());
        Map<String, String> headers =
                Map.of(
                        "Content-Type", message.contentType(),
                        "webhook-id", message.id(),
                        "webhook-timestamp", Long.toString(timestamp),
                        "webhook-signature", signatures);
        return post(receiver, headers, message.body(), now);
    }

    /** The same for a message of another form, which has these headers. */
    Attempt post(ReceiverAddress receiver, Map<String, String> headers, String body, Instant now) {
        long start = System.nanoTime();
        Sending sending = new Sending();
        try {
            RequestOptions to = to(receiver);
            Duration left = patience.minusNanos(System.nanoTime() - start);
            HttpClientResponse answer =
                    client.request(to)
                            .compose(request -> send(request, headers, body, sending))
                            .toCompletionStage()
                            .toCompletableFuture()
                            .get(left.toNanos(), TimeUnit.NANOSECONDS);
            return new Attempt(
                    AttemptOutcome.ofStatus(answer.statusCode()),
                    answer.statusCode(),
                    millisSince(start),
                    retryAfter(answer.getHeader("Retry-After"), now));
        } catch (UnknownHostException unknown) {
            return failed(AttemptOutcome.NAME_UNKNOWN, start);
        } catch (NameLookUps.SlowNameException slow) {
            return failed(AttemptOutcome.NAME_TIMED_OUT, start);
        } catch (ReceiverAddress.ForbiddenException inside) {
            return failed(AttemptOutcome.ADDRESS_FORBIDDEN, start);
        } catch (TimeoutException slow) {
            sending.giveUp();
            return failed(AttemptOutcome.TIMED_OUT, start);
        } catch (ExecutionException failure) {
            return failed(outcomeOf(failure.getCause()), start);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            sending.giveUp();
            return failed(AttemptOutcome.BROKEN_OFF, start);
        }
    }

    private RequestOptions to(ReceiverAddress receiver)
            throws UnknownHostException,
                    NameLookUps.SlowNameException,
                    ReceiverAddress.ForbiddenException,
                    InterruptedException {
        InetAddress address = receiver.judged(names.of(receiver.host(), patience));
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setSsl(receiver.isTls())
                .setHost(receiver.host())
                .setPort(receiver.port())
                .setURI(receiver.target())
                .setFollowRedirects(false)
                .setServer(
                        SocketAddress.inetSocketAddress(receiver.port(), address.getHostAddress()));
    }

    private Future<HttpClientResponse> send(
            HttpClientRequest request, Map<String, String> headers, String body, Sending sending) {
        if (!sending.begin(request)) {
            return Future.failedFuture("given up before it was connected");
        }
        headers.forEach(request::putHeader);
        return request.putHeader("User-Agent", "pkh-webhooks/1")
                .send(Buffer.buffer(body))
                .onSuccess(answer -> throwAway(request, answer));
    }

    /** A connection is used again only if the answer ends soon. */
    private void throwAway(HttpClientRequest request, HttpClientResponse answer) {
        long timer = vertx.setTimer(patience.toMillis(), late -> request.reset());
        int[] bytes = {0};
        answer.exceptionHandler(broken -> vertx.cancelTimer(timer));
        answer.endHandler(end -> vertx.cancelTimer(timer));
        answer.handler(
                part -> {
                    bytes[0] += part.length();
                    if (bytes[0] > MOST_ANSWER_BYTES) {
                        vertx.cancelTimer(timer);
                        request.reset();
                    }
                });
    }

    /** A request that nobody waits for any more must not leave later. */
    private static final class Sending {

        private HttpClientRequest request;
        private boolean givenUp;

        synchronized boolean begin(HttpClientRequest opened) {
            if (givenUp) {
                opened.reset();
                return false;
            }
            request = opened;
            return true;
        }

        synchronized void giveUp() {
            givenUp = true;
            if (request != null) {
                request.reset();
            }
        }
    }

    private static Attempt failed(AttemptOutcome outcome, long start) {
        return new Attempt(outcome, null, millisSince(start), null);
    }

    private static long millisSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static AttemptOutcome outcomeOf(Throwable failure) {
        if (isCausedBy(failure, SSLException.class)
                || isCausedBy(failure, CertificateException.class)) {
            return AttemptOutcome.UNTRUSTED;
        }
        // a time-out of the connection is one of these too
        return isCausedBy(failure, ConnectException.class)
                ? AttemptOutcome.UNREACHABLE
                : AttemptOutcome.BROKEN_OFF;
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_DEPTH)
                .anyMatch(type::isInstance);
    }

    /** Seconds or a date; anything else counts as nothing. */
    static Duration retryAfter(String header, Instant now) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        try {
            return text.matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeParseException neither) {
            return null;
        }
    }
}
