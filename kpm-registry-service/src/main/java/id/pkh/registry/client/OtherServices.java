package id.pkh.registry.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.platform.messaging.trace.CallTrace;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Language;
import id.pkh.platform.web.Refused;
import id.pkh.registry.RegistryConfig;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Calls the services that own meetings, evidence and payments, in the name of the caller, so that
 * their own rules decide. A call that failed is not repeated: the person who waits tries again, and
 * nothing is recorded twice.
 */
@ApplicationScoped
public class OtherServices {

    /** The services that are asked. */
    public enum Owner {
        MEETING,
        VERIFICATION,
        DISBURSEMENT
    }

    public static final String UNAVAILABLE = "OTHER_SERVICE_UNAVAILABLE";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Logger LOG = Logger.getLogger(OtherServices.class);

    /** The name under which {@code quarkus.tls} has the trust store for calls of services. */
    private static final String TLS = "services";

    /** What other services state in words goes into the workbook. */
    private static final Language LANGUAGE = Language.INDONESIAN;

    private static final int CONNECT_TIMEOUT_S = 5;
    private static final int SERVER_ERROR = 500;
    private static final int CLIENT_ERROR = 400;
    private static final int TOO_MANY_REQUESTS = 429;

    private final RegistryConfig.Services config;
    private final AnyOperation services;
    private final Caller caller;

    OtherServices(RegistryConfig config, Caller caller, TlsConfigurationRegistry tls) {
        this.config = config.services();
        this.caller = caller;
        QuarkusRestClientBuilder client =
                QuarkusRestClientBuilder.newBuilder()
                        .baseUri(this.config.meetingUrl())
                        .connectTimeout(CONNECT_TIMEOUT_S, TimeUnit.SECONDS)
                        .readTimeout(this.config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                        .disableDefaultMapper(true);
        tls.get(TLS).ifPresent(client::tlsConfiguration);
        this.services = client.build(AnyOperation.class);
    }

    /** The answer to a read; refuses when there is none. */
    public JsonNode get(Owner owner, String pathAndQuery) {
        return get(owner, pathAndQuery, LANGUAGE);
    }

    private JsonNode get(Owner owner, String pathAndQuery, Language language) {
        Causation cause = Causation.current();
        return answer(
                owner,
                () ->
                        CallTrace.within(
                                cause,
                                traceparent ->
                                        services.get(
                                                address(owner, pathAndQuery),
                                                authorization(),
                                                language.tag(),
                                                cause.correlationId(),
                                                traceparent)));
    }

    /** Every item of a list, page after page. */
    public List<JsonNode> everyItem(Owner owner, String pathAndQuery) {
        return everyItem(owner, pathAndQuery, LANGUAGE);
    }

    /** Every item of a list, with its words in a language. */
    public List<JsonNode> everyItem(Owner owner, String pathAndQuery, Language language) {
        List<JsonNode> items = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get(owner, pathAndQuery + after, language);
            page.path("items").forEach(items::add);
            JsonNode next = page.path("next");
            after =
                    next.isTextual()
                            ? "&after=" + URLEncoder.encode(next.asText(), StandardCharsets.UTF_8)
                            : null;
        } while (after != null);
        return items;
    }

    /** The answer to a change; what the other service refuses is refused with its code. */
    public JsonNode post(Owner owner, String path, JsonNode body) {
        Causation cause = Causation.current();
        return answer(
                owner,
                () ->
                        CallTrace.within(
                                cause,
                                traceparent ->
                                        services.post(
                                                address(owner, path),
                                                authorization(),
                                                LANGUAGE.tag(),
                                                cause.correlationId(),
                                                traceparent,
                                                body.toString())));
    }

    private interface Call {
        Response send();
    }

    private JsonNode answer(Owner owner, Call call) {
        try (Response response = call.send()) {
            JsonNode body = JSON.readTree(response.readEntity(String.class));
            int status = response.getStatus();
            if (status >= SERVER_ERROR || status == TOO_MANY_REQUESTS) {
                LOG.warnf("%s responded with status %d", owner, status);
                throw unavailable(owner, null);
            }
            if (status >= CLIENT_ERROR) {
                throw refusal(body);
            }
            return body;
        } catch (ProcessingException noAnswer) {
            throw unavailable(owner, noAnswer);
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            // the parser's message may quote the answer, so it is not passed on
            throw unavailable(owner, null);
        }
    }

    private static Refused unavailable(Owner owner, Throwable cause) {
        return Refused.because(UNAVAILABLE, cause)
                .with("service", owner.name().toLowerCase(Locale.ROOT));
    }

    private static Refused refusal(JsonNode problem) {
        Refused refused = Refused.because(problem.path("code").asText("INVALID_REQUEST"));
        problem.properties()
                .forEach(
                        field -> {
                            if (field.getValue().isValueNode()) {
                                refused.with(field.getKey(), field.getValue().asText());
                            }
                        });
        return refused;
    }

    private URI address(Owner owner, String pathAndQuery) {
        URI base =
                switch (owner) {
                    case MEETING -> config.meetingUrl();
                    case VERIFICATION -> config.verificationUrl();
                    case DISBURSEMENT -> config.disbursementUrl();
                };
        return base.resolve("/api/v1" + pathAndQuery);
    }

    private String authorization() {
        return "Bearer " + caller.bearerToken();
    }
}
