package id.pkh.disbursement.snap.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Calls banks through SNAP BI. Redirects are not followed, and answers have a limit. */
@Startup
@ApplicationScoped
public class SnapClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final String TOKEN_PATH = "/v1.0/access-token/b2b";
    private static final String STATUS_PATH = "/v1.0/transfer/status";
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int MAX_ANSWER_BYTES = 65_536;

    /** A token is not used in its last minute, in which it could end on its way. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Duration timeout;
    private final Clock clock;
    private final HttpClient http;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    SnapClient(SnapConfig config, Clock clock) {
        config.banks().forEach(SnapClient::requireUsable);
        this.timeout = config.timeout();
        this.clock = clock;
        this.http =
                HttpClient.newBuilder()
                        .connectTimeout(config.timeout())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /** Wrong settings stop the start, and not the first question. */
    static void requireUsable(String bank, SnapConfig.Bank agreed) {
        URI url = agreed.url();
        boolean isLocal = "http".equals(url.getScheme()) && LOCAL.contains(url.getHost());
        if (!isLocal && !"https".equals(url.getScheme())) {
            throw new IllegalStateException(
                    "pkh.disbursement.snap.banks." + bank + ".url needs https");
        }
        SnapSignature.ofToken(agreed.clientId(), "", agreed.privateKeyBase64());
    }

    private record Token(String value, Instant until) {}

    /**
     * What a bank answered.
     *
     * @param responseCode seven digits; null when there was no answer that could be read
     * @param latestStatus two digits, if the bank has the transfer
     * @param reference the bank's own reference, if it gave one
     */
    public record Answer(String responseCode, String latestStatus, String reference) {

        static final Answer NONE = new Answer(null, null, null);
    }

    /**
     * Asks for the state of one transfer. A bank that does not answer, or not in its form, is no
     * fault of the call.
     *
     * @param reference ours, as the bank got it
     * @param externalId digits, never used twice
     */
    public Answer stateOf(
            String bank, SnapConfig.Bank agreed, String reference, String externalId) {
        try {
            Optional<String> token = token(bank, agreed);
            return token.isEmpty()
                    ? Answer.NONE
                    : asked(bank, agreed, reference, externalId, token.get());
        } catch (IOException unreachable) {
            return Answer.NONE;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        }
    }

    private Answer asked(
            String bank, SnapConfig.Bank agreed, String reference, String externalId, String token)
            throws IOException, InterruptedException {
        ObjectNode request = JSON.createObjectNode();
        request.put("originalPartnerReferenceNo", reference);
        request.put("serviceCode", agreed.serviceCode());
        String body = JSON.writeValueAsString(request);
        URI address = address(agreed, STATUS_PATH);
        String timestamp = timestamp();
        HttpResponse<InputStream> answer =
                http.send(
                        HttpRequest.newBuilder(address)
                                .timeout(timeout)
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Bearer " + token)
                                .header("X-TIMESTAMP", timestamp)
                                .header(
                                        "X-SIGNATURE",
                                        SnapSignature.ofCall(
                                                "POST",
                                                address.getRawPath(),
                                                token,
                                                body,
                                                timestamp,
                                                agreed.clientSecret()))
                                .header("X-PARTNER-ID", agreed.partnerId())
                                .header("X-EXTERNAL-ID", externalId)
                                .header("CHANNEL-ID", agreed.channelId())
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofInputStream());
        if (answer.statusCode() == 401) {
            tokens.remove(bank);
        }
        JsonNode json = json(answer);
        return new Answer(
                text(json, "responseCode", "[0-9]{7}"),
                text(json, "latestTransactionStatus", "[0-9]{2}"),
                text(json, "originalReferenceNo", "[A-Za-z0-9._/-]{1,64}"));
    }

    private Optional<String> token(String bank, SnapConfig.Bank agreed)
            throws IOException, InterruptedException {
        Token known = tokens.get(bank);
        if (known != null && clock.instant().isBefore(known.until())) {
            return Optional.of(known.value());
        }
        String timestamp = timestamp();
        HttpResponse<InputStream> answer =
                http.send(
                        HttpRequest.newBuilder(address(agreed, TOKEN_PATH))
                                .timeout(timeout)
                                .header("Content-Type", "application/json")
                                .header("X-TIMESTAMP", timestamp)
                                .header("X-CLIENT-KEY", agreed.clientId())
                                .header(
                                        "X-SIGNATURE",
                                        SnapSignature.ofToken(
                                                agreed.clientId(),
                                                timestamp,
                                                agreed.privateKeyBase64()))
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"grantType\":\"client_credentials\"}"))
                                .build(),
                        BodyHandlers.ofInputStream());
        JsonNode json = json(answer);
        String value = text(json, "accessToken", "[\\x21-\\x7e]{1,4096}");
        if (answer.statusCode() != 200 || value == null) {
            return Optional.empty();
        }
        Instant until = clock.instant().plusSeconds(json.path("expiresIn").asLong()).minus(MARGIN);
        tokens.put(bank, new Token(value, until));
        return Optional.of(value);
    }

    private static JsonNode json(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            byte[] bytes = body.readNBytes(MAX_ANSWER_BYTES + 1);
            if (bytes.length > MAX_ANSWER_BYTES) {
                return JSON.createObjectNode();
            }
            return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException notJson) {
            return JSON.createObjectNode();
        }
    }

    /** A text of the answer in its form; null otherwise. */
    private static String text(JsonNode json, String field, String form) {
        String text = json.path(field).asText("");
        return text.matches(form) ? text : null;
    }

    private static URI address(SnapConfig.Bank agreed, String path) {
        String base = agreed.url().toString();
        return URI.create(
                (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private String timestamp() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(JAKARTA));
    }
}
