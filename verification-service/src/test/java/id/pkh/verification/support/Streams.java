package id.pkh.verification.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.platform.messaging.envelope.WireFormat;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The topics, seen from outside: a plain producer and a plain consumer in the format of the event
 * catalogue.
 */
@ApplicationScoped
public class Streams {

    /** An event that this service published. */
    public record Published(
            String type,
            UUID id,
            long sequence,
            String causationId,
            String correlationId,
            JsonNode payload) {

        public String text(String field) {
            return payload.path(field).asText();
        }
    }

    private final KafkaProducer<String, byte[]> producer;
    private final String bootstrapServers;

    Streams(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }

    public UUID publish(Event event, long sequence) {
        return publish(UuidCreator.getTimeOrderedEpoch(), event, sequence);
    }

    public UUID publish(UUID eventId, Event event, long sequence) {
        try {
            byte[] payload =
                    WireFormat.mapper().writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
            EventType<?> type = EventCatalogue.of(event);
            send(type.topic(), type.keyOf(event), payload, headers(eventId, type.type(), sequence));
            return eventId;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Map<String, String> headers(UUID eventId, String type, long sequence) {
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", eventId.toString());
        headers.put("ce_type", type);
        headers.put("ce_source", "/pkh/test");
        headers.put("ce_time", "2026-01-16T03:00:00Z");
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("ce_correlationid", "story-" + eventId);
        headers.put("content-type", "application/json");
        return headers;
    }

    /** Sends anything at all, as a broken producer would. */
    public void send(String topic, String key, byte[] value, Map<String, String> headers) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, value);
        headers.forEach(
                (name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything on a topic under a key by now, in order. */
    public List<Published> published(String topic, Object key) {
        List<Published> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < end.get(p))) {
                for (ConsumerRecord<String, byte[]> message :
                        consumer.poll(Duration.ofMillis(200))) {
                    if (key.toString().equals(message.key())) {
                        found.add(published(message));
                    }
                }
            }
        }
        return found;
    }

    private static Published published(ConsumerRecord<String, byte[]> message) {
        try {
            return new Published(
                    header(message, "ce_type"),
                    UUID.fromString(header(message, "ce_id")),
                    Long.parseLong(header(message, "ce_sequence")),
                    header(message, "ce_causationid"),
                    header(message, "ce_correlationid"),
                    WireFormat.mapper().readTree(message.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
