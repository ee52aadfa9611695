package id.pkh.registry.sanction;

import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.platform.messaging.envelope.WireFormat;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Verification's side of its topic. */
@ApplicationScoped
public class SanctionTopic {

    private final KafkaProducer<String, byte[]> producer;

    SanctionTopic(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers, "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Sends the events, each under a new id; returns the ids. */
    public List<UUID> send(Event... events) {
        List<UUID> ids = new ArrayList<>();
        for (Event event : events) {
            UUID id = UUID.randomUUID();
            producer.send(record(event, id));
            ids.add(id);
        }
        producer.flush();
        return ids;
    }

    private static ProducerRecord<String, byte[]> record(Event event, UUID id) {
        EventType<?> type = EventCatalogue.of(event);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(type.topic(), type.keyOf(event), payload(event));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id.toString(),
                        "ce_type", type.type(),
                        "ce_source", "/pkh/verification-service",
                        "ce_subject", type.keyOf(event),
                        "ce_time", event.recordedAt().toString(),
                        "ce_sequence", "1",
                        "ce_correlationid", id.toString(),
                        "content-type", "application/json")
                .forEach(
                        (name, value) ->
                                record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static byte[] payload(Event event) {
        try {
            return WireFormat.mapper().writeValueAsBytes(event);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
