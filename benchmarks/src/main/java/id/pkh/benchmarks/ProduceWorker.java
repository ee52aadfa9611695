package id.pkh.benchmarks;

import id.pkh.platform.messaging.envelope.CloudEventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The limit of the relay: sends the same records as the relay, with the same bytes in the same
 * order, from memory, with an idempotent producer and five requests in flight, the client's
 * default. Arguments: broker, topic, number of records.
 */
public final class ProduceWorker {

    private static final Duration POLL = Duration.ofSeconds(10);

    private ProduceWorker() {}

    public static void main(String[] arguments) throws Exception {
        List<ProducerRecord<String, byte[]>> records =
                read(arguments[0], arguments[1], Integer.parseInt(arguments[2]));
        try (Producer<String, byte[]> producer = plainProducer(arguments[0])) {
            Orders.serve(order -> send(producer, records));
        }
    }

    private static Producer<String, byte[]> plainProducer(String bootstrapServers) {
        Map<String, Object> settings = RelaySettings.producers(bootstrapServers).settings();
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        return new KafkaProducer<>(settings);
    }

    private static double[] send(
            Producer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> records) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        long start = System.nanoTime();
        for (ProducerRecord<String, byte[]> message : records) {
            producer.send(
                    message,
                    (metadata, problem) -> {
                        if (problem != null) {
                            failure.compareAndSet(null, problem);
                        }
                    });
        }
        producer.flush();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (failure.get() != null) {
            throw new IllegalStateException("a record was not taken", failure.get());
        }
        return new double[] {records.size(), seconds};
    }

    private static List<ProducerRecord<String, byte[]>> read(
            String bootstrapServers, String topic, int count) {
        List<ConsumerRecord<String, byte[]>> read = new ArrayList<>(count);
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList());
            while (read.size() < count) {
                var polled = consumer.poll(POLL);
                if (polled.isEmpty()) {
                    throw new IllegalStateException(
                            "only %d of %d records are on %s".formatted(read.size(), count, topic));
                }
                polled.forEach(read::add);
            }
        }
        // event ids are ordered by time, the order in which the relay sent them
        read.sort(
                Comparator.comparing(
                        message -> CloudEventHeaders.optional(message.headers(), "ce_id")));
        Map<String, RecordHeader> repeated = new HashMap<>();
        return read.stream().map(message -> again(message, repeated)).toList();
    }

    private static ProducerRecord<String, byte[]> again(
            ConsumerRecord<String, byte[]> message, Map<String, RecordHeader> repeated) {
        List<Header> headers = new ArrayList<>();
        for (Header header : message.headers()) {
            String text = new String(header.value(), StandardCharsets.UTF_8);
            RecordHeader own = new RecordHeader(header.key().intern(), header.value());
            headers.add(
                    header.value().length < 32
                            ? repeated.computeIfAbsent(header.key() + text, k -> own)
                            : own);
        }
        return new ProducerRecord<>(message.topic(), null, message.key(), message.value(), headers);
    }
}
