package id.pkh.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.benchmarks.states.FamilyStates;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.contracts.registry.KpmState;
import id.pkh.platform.messaging.envelope.CloudEventHeaders;
import id.pkh.platform.messaging.envelope.WireFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Publishes states of families on a topic, with the envelope of the relay. */
public final class StatePublisher {

    private static final String TRACEPARENT =
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    /** The published events; {@code states} are in that order. */
    public record Published(List<UUID> ids, List<FamilyStates.Versioned> states, long meanBytes) {}

    private StatePublisher() {}

    public static Published publish(
            String bootstrapServers, String topic, FamilyStates states, int count)
            throws JsonProcessingException {
        List<UUID> ids = new ArrayList<>(count);
        List<FamilyStates.Versioned> published = new ArrayList<>(count);
        long bytes = 0;
        try (Producer<String, byte[]> producer = RelaySettings.producers(bootstrapServers).open()) {
            for (int i = 0; i < count; i++) {
                FamilyStates.Versioned next = states.next(i);
                UUID id = UuidCreator.getTimeOrderedEpoch();
                ProducerRecord<String, byte[]> message = message(topic, id, next);
                producer.send(message);
                bytes += message.value().length;
                ids.add(id);
                published.add(next);
            }
            producer.flush();
        }
        return new Published(ids, published, bytes / count);
    }

    private static ProducerRecord<String, byte[]> message(
            String topic, UUID id, FamilyStates.Versioned versioned)
            throws JsonProcessingException {
        KpmState state = versioned.state();
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(
                        topic,
                        state.kpmId().toString(),
                        WireFormat.mapper().writeValueAsBytes(state));
        Headers headers = message.headers();
        put(headers, CloudEventHeaders.CONTENT_TYPE, "application/json");
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id.toString());
        put(headers, "ce_type", EventCatalogue.KPM_STATE.type());
        put(headers, "ce_source", "/pkh/registry-service");
        put(headers, "ce_time", DateTimeFormatter.ISO_INSTANT.format(Instant.now()));
        put(headers, "ce_subject", state.kpmId().toString());
        put(headers, "ce_sequence", Long.toString(versioned.version()));
        put(headers, "ce_correlationid", id.toString());
        put(headers, "ce_traceparent", TRACEPARENT);
        put(headers, CloudEventHeaders.TRACEPARENT, TRACEPARENT);
        return message;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
