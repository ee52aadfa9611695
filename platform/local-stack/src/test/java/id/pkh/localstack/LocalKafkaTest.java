package id.pkh.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    @TempDir static Path directory;
    private static LocalKafka kafka;

    @BeforeAll
    static void start() {
        kafka = LocalKafka.start(LocalKafka.Settings.in(directory));
        kafka.createDeclaredTopics();
    }

    @AfterAll
    static void stop() {
        kafka.stop();
        assertThat(kafka.isRunning()).isFalse();
    }

    @Test
    void hasTheTopicsThatAreDeclaredOnTheClassPath() throws Exception {
        kafka.createDeclaredTopics(); // a second time changes nothing
        try (Admin admin = kafka.admin()) {
            var described =
                    admin.describeTopics(List.of("sample.thing.v1", "sample.thing-state.v1"))
                            .allTopicNames()
                            .get();
            assertThat(described.get("sample.thing.v1").partitions()).hasSize(3);
            assertThat(described.get("sample.thing-state.v1").partitions()).hasSize(2);
            var state = new ConfigResource(ConfigResource.Type.TOPIC, "sample.thing-state.v1");
            assertThat(
                            admin.describeConfigs(List.of(state))
                                    .all()
                                    .get()
                                    .get(state)
                                    .get("cleanup.policy")
                                    .value())
                    .isEqualTo("compact");
        }
    }

    @Test
    void doesNotInventTopics() {
        try (Admin admin = kafka.admin()) {
            assertThatThrownBy(
                            () ->
                                    admin.describeTopics(List.of("not.declared.v1"))
                                            .allTopicNames()
                                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void keepsWhatItAcknowledgedWhenItIsKilled() throws Exception {
        send("before the kill");
        long pid = kafka.pid();
        int port = kafka.port();

        kafka.kill();
        assertThat(kafka.isRunning()).isFalse();
        assertThat(Ports.answers(port)).isFalse();
        kafka.restart();

        assertThat(kafka.pid()).isNotEqualTo(pid);
        assertThat(kafka.port()).isEqualTo(port);
        send("after the kill");
        assertThat(read("sample.thing.v1")).contains("before the kill", "after the kill");
    }

    @Test
    void isFoundAgainByItsDirectory() {
        LocalKafka again = LocalKafka.at(directory);

        assertThat(again.port()).isEqualTo(kafka.port());
        assertThat(again.isRunning()).isTrue();
    }

    private static void send(String text) throws Exception {
        Map<String, Object> configuration =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all");
        try (var producer =
                new KafkaProducer<>(
                        configuration, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("sample.thing.v1", "key", text)).get();
        }
    }

    private static List<String> read(String topic) {
        Properties configuration = new Properties();
        configuration.put("bootstrap.servers", kafka.bootstrapServers());
        configuration.put("auto.offset.reset", "earliest");
        try (var consumer =
                new KafkaConsumer<>(
                        configuration, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<String> values = new ArrayList<>();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))
                    && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> values.add(r.value()));
            }
            return values;
        }
    }
}
