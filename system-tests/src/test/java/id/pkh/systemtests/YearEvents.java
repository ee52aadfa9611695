package id.pkh.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads the topics of the four services, and says what was published since the last look: a line
 * for each kind of event, with those whom it is about.
 */
final class YearEvents implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a line states of an event, in this order, where the event has it. */
    private static final List<String> STATED =
            List.of(
                    "cycle_code",
                    "period",
                    "month",
                    "makes_up_month",
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
    private final TopicTail topics;

    YearEvents(String bootstrapServers, YearVillage village) {
        this.village = village;
        this.topics = new TopicTail(bootstrapServers);
    }

    List<String> sinceTheLastLook() {
        YearLines lines = new YearLines();
        topics.sinceTheLastLook(record -> add(lines, record));
        return lines.sorted();
    }

    private void add(YearLines lines, ConsumerRecord<String, byte[]> record) {
        try {
            JsonNode event = JSON.readTree(record.value());
            String what = TopicTail.name(record) + stated(event);
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
        topics.close();
    }
}
