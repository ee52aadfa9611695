package id.pkh.disbursement.support;

import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.localstack.LocalStackResource;
import id.pkh.platform.messaging.envelope.WireFormat;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes events as the other services do: CloudEvents in binary mode. */
@ApplicationScoped
public class Events {

    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(
                    Map.of(
                            "bootstrap.servers",
                            LocalStackResource.kafka().bootstrapServers(),
                            "acks",
                            "all"),
                    new StringSerializer(),
                    new ByteArraySerializer());

    @PreDestroy
    void close() {
        producer.close();
    }

    /** Publishes with a new event id. */
    public UUID publish(Event event, long sequence) {
        UUID id = UUID.randomUUID();
        publish(id, event, sequence);
        return id;
    }

    public void publish(UUID id, Event event, long sequence) {
        try {
            byte[] payload = WireFormat.mapper().writeValueAsBytes(event);
            EventType<?> type = EventCatalogue.of(event);
            send(id, type.type(), type.topic(), type.keyOf(event), payload, sequence);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public void send(
            UUID id, String type, String topic, String key, byte[] payload, long sequence) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, payload);
        Headers headers = message.headers();
        header(headers, "ce_specversion", "1.0");
        header(headers, "ce_id", id.toString());
        header(headers, "ce_type", type);
        header(headers, "ce_source", "/pkh/test");
        header(headers, "ce_subject", key);
        header(headers, "ce_time", "2026-04-01T00:00:00Z");
        header(headers, "ce_sequence", Long.toString(sequence));
        header(headers, "ce_correlationid", "test-" + id);
        header(headers, "content-type", "application/json");
        try {
            producer.send(message).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void header(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
