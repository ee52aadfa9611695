package id.pkh.registry.dci;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.registry.RegistryConfig;
import id.pkh.registry.dci.domain.DciError;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what this registry says: envelopes, acknowledgements and refusals. */
@ApplicationScoped
class Answers {

    static final String VERSION = "1.0.0";

    private final ObjectMapper json;
    private final Signatures signatures;
    private final RegistryConfig.Dci config;
    private final Clock clock;

    Answers(ObjectMapper json, Signatures signatures, RegistryConfig config, Clock clock) {
        this.json = json;
        this.signatures = signatures;
        this.config = config.dci();
        this.clock = clock;
    }

    String timestamp() {
        return timestamp(clock.instant());
    }

    static String timestamp(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    static String newId() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** The beginning of every message that answers another. */
    Map<String, Object> message(Envelope asked, String correlationId) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("transaction_id", asked.transactionId());
        message.put("correlation_id", correlationId);
        return message;
    }

    /** A whole answer. It is rejected, or pending, as a whole only if each of its requests is. */
    Answer of(
            Envelope asked,
            String action,
            Map<String, Object> message,
            String correlationId,
            List<ItemResult> results) {
        List<String> statuses = results.stream().map(ItemResult::status).distinct().toList();
        Map<String, Object> header = header(newId(), clock.instant(), action, asked.sender().id());
        header.put("status", statuses.size() == 1 ? statuses.get(0) : ItemResult.SUCCESS);
        header.put("total_count", results.size());
        header.put("completed_count", results.size());
        return new Answer(correlationId, envelope(header, message), results);
    }

    /** A notification of one event, to a subscriber. */
    String notice(String id, String receiver, Map<String, Object> message, Instant now) {
        Map<String, Object> header = header(id, now, "notify", receiver);
        header.put("status", ItemResult.SUCCESS);
        header.put("total_count", 1);
        return envelope(header, message);
    }

    private Map<String, Object> header(String id, Instant at, String action, String receiver) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("version", VERSION);
        header.put("message_id", id);
        header.put("message_ts", timestamp(at));
        header.put("action", action);
        header.put("sender_id", config.ids().get(0));
        header.put("receiver_id", receiver);
        header.put("is_msg_encrypted", false);
        return header;
    }

    private String envelope(Map<String, Object> header, Map<String, Object> message) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("signature", signatures.of(header, message));
        envelope.put("header", header);
        envelope.put("message", message);
        return text(envelope);
    }

    /** That a message is accepted, and its answer will be sent. */
    String acknowledgement(String correlationId, Instant receivedAt) {
        return text(
                Map.of(
                        "message",
                        Map.of(
                                "ack_status",
                                "ACK",
                                "timestamp",
                                timestamp(receivedAt),
                                "correlation_id",
                                correlationId)));
    }

    /**
     * A refusal in both forms of the standard: that of the layer of messages, and that of HTTP
     * ({@code errors}), which the document wants with 401, 403 and 500.
     */
    String refusal(DciError error, String text) {
        Map<String, Object> fault = Map.of("code", error.code(), "message", text);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("ack_status", "ERR");
        message.put("timestamp", timestamp());
        message.put("error", fault);
        message.put("correlation_id", newId());
        return text(Map.of("message", message, "errors", List.of(fault)));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
