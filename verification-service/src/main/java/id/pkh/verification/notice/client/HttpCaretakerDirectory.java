package id.pkh.verification.notice.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.platform.messaging.trace.CallTrace;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.web.Refused;
import id.pkh.verification.VerificationConfig;
import id.pkh.verification.notice.CaretakerDirectory;
import id.pkh.verification.notice.client.RegistryCaretakers.Question;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Asks the registry over HTTP in the caller's name. A call that failed is not repeated: nothing was
 * printed yet, and the person who waits repeats the whole.
 */
@ApplicationScoped
class HttpCaretakerDirectory implements CaretakerDirectory {

    private static final ObjectMapper ANSWERS = new ObjectMapper();
    private static final Logger LOG = Logger.getLogger(HttpCaretakerDirectory.class);

    /** The name under which {@code quarkus.tls} has the trust store for calls of services. */
    private static final String TLS = "services";

    private static final int CONNECT_TIMEOUT_S = 5;
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;

    private final RegistryCaretakers registry;

    HttpCaretakerDirectory(VerificationConfig config, TlsConfigurationRegistry tls) {
        QuarkusRestClientBuilder client =
                QuarkusRestClientBuilder.newBuilder()
                        .baseUri(config.registry().url())
                        .connectTimeout(CONNECT_TIMEOUT_S, TimeUnit.SECONDS)
                        .readTimeout(config.registry().timeout().toMillis(), TimeUnit.MILLISECONDS);
        tls.get(TLS).ifPresent(client::tlsConfiguration);
        this.registry = client.build(RegistryCaretakers.class);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(List<Item> items) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(
            @JsonProperty("kpm_id") UUID kpmId,
            @JsonProperty("caretaker_name") String caretakerName) {}

    @Override
    public Optional<Map<UUID, String>> namesOf(
            Collection<UUID> kpmIds, String bearerToken, String purpose) {
        Causation cause = Causation.current();
        try {
            return Optional.of(
                    read(
                            CallTrace.within(
                                    cause,
                                    traceparent ->
                                            registry.reveal(
                                                    "Bearer " + bearerToken,
                                                    cause.correlationId(),
                                                    traceparent,
                                                    new Question(kpmIds, purpose)))));
        } catch (WebApplicationException answered) {
            int status = answered.getResponse().getStatus();
            if (status == FORBIDDEN) {
                return Optional.empty();
            }
            if (status == UNAUTHENTICATED) {
                throw Refused.because("REGISTRY_REFUSES_CALLER");
            }
            LOG.warnf("the registry responded with status %d", status);
            throw Refused.because("REGISTRY_UNAVAILABLE");
        } catch (ProcessingException noAnswer) {
            throw Refused.because("REGISTRY_UNAVAILABLE", noAnswer);
        }
    }

    private static Map<UUID, String> read(byte[] body) {
        try {
            Answer answer = ANSWERS.readValue(body, Answer.class);
            if (answer.items() == null) {
                throw Refused.because("REGISTRY_UNAVAILABLE");
            }
            Map<UUID, String> names = new HashMap<>();
            answer.items().stream()
                    .filter(item -> item.caretakerName() != null)
                    .forEach(item -> names.put(item.kpmId(), item.caretakerName()));
            return names;
        } catch (IOException | IllegalArgumentException unreadable) {
            // the parser's message may quote names, so it is not passed on
            throw Refused.because("REGISTRY_UNAVAILABLE");
        }
    }
}
