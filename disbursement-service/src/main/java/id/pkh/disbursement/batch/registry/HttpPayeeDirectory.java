package id.pkh.disbursement.batch.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.disbursement.batch.PayeeDirectory;
import id.pkh.disbursement.batch.domain.Payee;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Calls the registry over HTTP in the officer's name. It retries failed calls, because reading
 * twice does no harm.
 */
@ApplicationScoped
class HttpPayeeDirectory implements PayeeDirectory {

    /**
     * Requests of callers are read strictly, the registry's answers are not: one name with an odd
     * character must not stop the batch of all others.
     */
    private static final ObjectMapper ANSWERS = new ObjectMapper();

    private static final Logger LOG = Logger.getLogger(HttpPayeeDirectory.class);
    private static final String PATH = "/api/v1/payees/reveal";
    private static final int MAX_ATTEMPTS = 3;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;

    private final ObjectMapper json;
    private final URI address;
    private final Duration timeout;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT_TIMEOUT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    HttpPayeeDirectory(ObjectMapper json, DisbursementConfig config) {
        this.json = json;
        this.address = URI.create(config.registry().url().toString().replaceAll("/+$", "") + PATH);
        this.timeout = config.registry().timeout();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(List<Item> items) {}

    /** A registry that does not say that an account is confirmed has not confirmed it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(
            @JsonProperty("kpm_id") UUID kpmId,
            @JsonProperty("paying_bank") String payingBank,
            @JsonProperty("payee_name") String payeeName,
            @JsonProperty("account_number") String accountNumber,
            @JsonProperty("account_confirmed") Boolean accountConfirmed) {}

    @Override
    public Map<UUID, Payee> payeesOf(Collection<UUID> kpmIds, String bearerToken, String purpose) {
        HttpResponse<byte[]> response = ask(request(kpmIds, bearerToken, purpose));
        if (response.statusCode() == UNAUTHENTICATED || response.statusCode() == FORBIDDEN) {
            throw Refused.because("REGISTRY_REFUSES_CALLER");
        }
        if (response.statusCode() != OK) {
            LOG.warnf("the registry responded with status %d", response.statusCode());
            throw Refused.because("REGISTRY_UNAVAILABLE");
        }
        return read(response.body());
    }

    private HttpRequest request(Collection<UUID> kpmIds, String bearerToken, String purpose) {
        try {
            byte[] body = json.writeValueAsBytes(Map.of("family_ids", kpmIds, "purpose", purpose));
            return HttpRequest.newBuilder(address)
                    .timeout(timeout)
                    .header("Authorization", "Bearer " + bearerToken)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpResponse<byte[]> ask(HttpRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<byte[]> response =
                        client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (response.statusCode() < SERVER_ERROR || attempt == MAX_ATTEMPTS) {
                    return response;
                }
            } catch (IOException unreachable) {
                if (attempt == MAX_ATTEMPTS) {
                    throw Refused.because("REGISTRY_UNAVAILABLE", unreachable);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw Refused.because("REGISTRY_UNAVAILABLE", stopped);
            }
        }
    }

    private Map<UUID, Payee> read(byte[] body) {
        try {
            Map<UUID, Payee> payees = new HashMap<>();
            for (Item item : ANSWERS.readValue(body, Answer.class).items()) {
                payees.put(
                        item.kpmId(),
                        new Payee(
                                item.payingBank(),
                                item.payeeName(),
                                item.accountNumber(),
                                Boolean.TRUE.equals(item.accountConfirmed())));
            }
            return payees;
        } catch (IOException unreadable) {
            // the parser's message may quote personal data, so it is not passed on
            throw Refused.because("REGISTRY_UNAVAILABLE");
        }
    }
}
