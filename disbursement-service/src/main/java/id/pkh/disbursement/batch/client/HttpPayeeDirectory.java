package id.pkh.disbursement.batch.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.disbursement.batch.PayeeDirectory;
import id.pkh.disbursement.batch.client.RegistryPayees.Question;
import id.pkh.disbursement.batch.domain.Payee;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.platform.messaging.trace.CallTrace;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.web.Refused;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jboss.logging.Logger;

/**
 * Calls the registry over HTTP in the officer's name, as part of the act that prepares the batch.
 */
@ApplicationScoped
class HttpPayeeDirectory implements PayeeDirectory {

    /**
     * Requests of callers are read strictly, the registry's answers are not: one name with an odd
     * character must not stop the batch of all others.
     */
    private static final ObjectMapper ANSWERS = new ObjectMapper();

    private static final Logger LOG = Logger.getLogger(HttpPayeeDirectory.class);

    /** The name under which {@code quarkus.tls} has the trust store for calls of services. */
    private static final String TLS = "services";

    private static final int CONNECT_TIMEOUT_S = 5;
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;

    private final RegistryPayees registry;
    private final Guard guard;

    HttpPayeeDirectory(DisbursementConfig config, TlsConfigurationRegistry tls) {
        Duration timeout = config.registry().timeout();
        this.registry = client(config.registry().url(), timeout, tls.get(TLS));
        this.guard = RegistryGuard.of(timeout);
    }

    /**
     * A client of the registry.
     *
     * @param tls the authorities that are trusted; empty for those of the Java platform
     */
    static RegistryPayees client(URI url, Duration timeout, Optional<TlsConfiguration> tls) {
        QuarkusRestClientBuilder client =
                QuarkusRestClientBuilder.newBuilder()
                        .baseUri(url)
                        .connectTimeout(CONNECT_TIMEOUT_S, TimeUnit.SECONDS)
                        .readTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        tls.ifPresent(client::tlsConfiguration);
        return client.build(RegistryPayees.class);
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
        return read(ask(new Question(kpmIds, purpose), bearerToken));
    }

    private byte[] ask(Question question, String bearerToken) {
        Causation cause = Causation.current();
        try {
            return guard.get(
                    () ->
                            CallTrace.within(
                                    cause,
                                    traceparent ->
                                            registry.reveal(
                                                    "Bearer " + bearerToken,
                                                    cause.correlationId(),
                                                    traceparent,
                                                    question)),
                    byte[].class);
        } catch (WebApplicationException answered) {
            int status = answered.getResponse().getStatus();
            if (status == UNAUTHENTICATED || status == FORBIDDEN) {
                throw Refused.because("REGISTRY_REFUSES_CALLER");
            }
            LOG.warnf("the registry responded with status %d", status);
            throw Refused.because("REGISTRY_UNAVAILABLE");
        } catch (ProcessingException | FaultToleranceException noAnswer) {
            throw Refused.because("REGISTRY_UNAVAILABLE", noAnswer);
        }
    }

    private static Map<UUID, Payee> read(byte[] body) {
        try {
            Answer answer = ANSWERS.readValue(body, Answer.class);
            if (answer.items() == null) {
                throw Refused.because("REGISTRY_UNAVAILABLE");
            }
            Map<UUID, Payee> payees = new HashMap<>();
            for (Item item : answer.items()) {
                payees.put(
                        item.kpmId(),
                        new Payee(
                                item.payingBank(),
                                item.payeeName(),
                                item.accountNumber(),
                                Boolean.TRUE.equals(item.accountConfirmed())));
            }
            return payees;
        } catch (IOException | IllegalArgumentException unreadable) {
            // the parser's message may quote personal data, so it is not passed on
            throw Refused.because("REGISTRY_UNAVAILABLE");
        }
    }
}
