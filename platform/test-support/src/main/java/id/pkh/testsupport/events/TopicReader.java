package id.pkh.testsupport.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what topics hold at the moment, from their beginning, as no consumer group. */
public final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(200);

    private TopicReader() {}

    /** Every record of a topic with this key, in order. */
    public static List<ConsumerRecord<String, byte[]>> records(
            String bootstrapServers, String topic, Object key) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        read(
                bootstrapServers,
                List.of(topic),
                message -> {
                    if (key.toString().equals(message.key())) {
                        found.add(message);
                    }
                });
        return found;
    }

    /** Shows every record of the topics. */
    public static void read(
            String bootstrapServers,
            List<String> topics,
            Consumer<ConsumerRecord<String, byte[]>> reader) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    topics.stream()
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < end.get(p))) {
                consumer.poll(POLL).forEach(reader);
            }
        }
    }
}
