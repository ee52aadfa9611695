package id.pkh.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the topics of the four services, and says what was published since the last look: a line
 * for each kind of event, with those whom it is about.
 */
final class YearEvents implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(100);

    /** What a line states of an event, in this order, where the event has it. */
    private static final List<String> STATED =
            List.of(
                    "cycle_code",
                    "period",
                    "month",
                    "cause",
                    "rung",
                    "duty",
                    "level",
                    "subject",
                    "route",
                    "measure",
                    "decision",
                    "effect",
                    "new_status",
                    "status",
                    "result",
                    "reason",
                    "amount_idr",
                    "payable_payments",
                    "payable_idr",
                    "held_payments",
                    "held_idr");

    private final YearVillage village;
    private final KafkaConsumer<String, byte[]> consumer;

    YearEvents(String bootstrapServers, YearVillage village) {
        this.village = village;
        this.consumer =
                new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.listTopics().entrySet().stream()
                        .filter(topic -> topic.getKey().startsWith("pkh."))
                        .filter(topic -> !topic.getKey().endsWith(".dlq"))
                        .flatMap(topic -> topic.getValue().stream())
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    List<String> sinceTheLastLook() {
        YearLines lines = new YearLines();
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream()
                .anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                add(lines, record);
            }
        }
        return lines.sorted();
    }

    private void add(YearLines lines, ConsumerRecord<String, byte[]> record) {
        try {
            JsonNode event = JSON.readTree(record.value());
            String what = name(record) + stated(event);
            if (event.hasNonNull("joined_kpm_ids")) {
                // how many families join with one event depends on how many were read at once
                add(lines, what + " joined", event.get("joined_kpm_ids"));
                add(lines, what + " left", event.get("left_kpm_ids"));
            } else {
                lines.add(what, who(event));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code id.pkh.meeting.meeting-held.v1} is MeetingHeld. */
    private static String name(ConsumerRecord<String, byte[]> record) {
        String type =
                new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        String[] parts = type.split("\\.");
        return Arrays.stream(parts[parts.length - 2].split("-"))
                .map(word -> word.substring(0, 1).toUpperCase() + word.substring(1))
                .collect(Collectors.joining());
    }

    private static String stated(JsonNode event) {
        List<String> words = new ArrayList<>();
        for (String field : STATED) {
            if (event.hasNonNull(field)) {
                words.add(event.get(field).asText());
            }
        }
        for (String flag : List.of("warned", "compensating")) {
            if (event.path(flag).asBoolean()) {
                words.add(flag);
            }
        }
        if (event.path("attempt").asInt() > 1) {
            words.add("attempt " + event.get("attempt").asInt());
        }
        return words.stream().map(word -> " " + word).collect(Collectors.joining());
    }

    private void add(YearLines lines, String what, JsonNode families) {
        families.forEach(family -> lines.add(what, village.nameOf(family.asText())));
    }

    private String who(JsonNode event) {
        for (String whom : List.of("kpm_id", "facilitator_id")) {
            // a meeting states its facilitator, but is about its group
            if (event.hasNonNull(whom) && !event.hasNonNull("group_id")) {
                return village.nameOf(event.get(whom).asText());
            }
        }
        return "";
    }

    @Override
    public void close() {
        consumer.close();
    }
}
