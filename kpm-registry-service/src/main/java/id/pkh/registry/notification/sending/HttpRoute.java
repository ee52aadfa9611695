package id.pkh.registry.notification.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.platform.messaging.envelope.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends messages to a gateway by HTTP: {@code POST} with the JSON {@code {"id", "to", "text"}} and
 * the id as {@code Idempotency-Key}. An answer 2xx with a JSON object that repeats the id means
 * that the gateway has the message, now or since an earlier attempt.
 */
public final class HttpRoute implements MessageRoute {

    private static final int MAX_ANSWER_BYTES = 16 * 1024;

    private final HttpClient client;
    private final URI url;
    private final Optional<String> token;
    private final Duration timeout;

    public HttpRoute(URI url, Optional<String> token, Duration timeout) {
        this.url = url;
        this.token = token;
        this.timeout = timeout;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(timeout)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    private record Answer(int status, byte[] body) {}

    @Override
    public Outcome send(OutgoingMessage message) {
        // the client's own time-out ends with the headers; a body can hang as well
        CompletableFuture<Answer> answer =
                client.sendAsync(request(message), BodyHandlers.ofInputStream())
                        .thenApplyAsync(HttpRoute::read);
        try {
            return outcome(message.id(), answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException hanging) {
            answer.cancel(true);
            return Outcome.TIMED_OUT;
        } catch (ExecutionException failed) {
            return outcomeOf(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            return Outcome.TIMED_OUT;
        }
    }

    private HttpRequest request(OutgoingMessage message) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url)
                        .timeout(timeout)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .header("Idempotency-Key", message.id().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(written(message)));
        token.ifPresent(given -> request.header("Authorization", "Bearer " + given));
        return request.build();
    }

    private static String written(OutgoingMessage message) {
        try {
            return WireFormat.mapper()
                    .writeValueAsString(
                            Map.of(
                                    "id",
                                    message.id(),
                                    "to",
                                    message.number(),
                                    "text",
                                    message.text()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message cannot be written as JSON", e);
        }
    }

    private static Answer read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return new Answer(response.statusCode(), body.readNBytes(MAX_ANSWER_BYTES));
        } catch (IOException e) {
            return new Answer(response.statusCode(), new byte[0]);
        }
    }

    private static Outcome outcome(UUID id, Answer answer) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return names(id, answer.body()) ? Outcome.ACCEPTED : Outcome.NOT_UNDERSTOOD;
        }
        if (status == 408 || status == 429 || status == 503) {
            return Outcome.BUSY;
        }
        if (status == 401 || status == 403 || status == 404) {
            // the settings are wrong, and not the message
            return Outcome.UNREACHABLE;
        }
        return status >= 400 && status < 500 ? Outcome.REFUSED : Outcome.BROKEN;
    }

    private static boolean names(UUID id, byte[] body) {
        try {
            JsonNode answer = WireFormat.mapper().readTree(body);
            return answer != null && answer.path("id").asText().equals(id.toString());
        } catch (IOException notJson) {
            return false;
        }
    }

    private static Outcome outcomeOf(Throwable failure) {
        if (failure instanceof HttpConnectTimeoutException || failure instanceof ConnectException) {
            return Outcome.UNREACHABLE;
        }
        return failure instanceof HttpTimeoutException ? Outcome.TIMED_OUT : Outcome.UNREACHABLE;
    }
}
