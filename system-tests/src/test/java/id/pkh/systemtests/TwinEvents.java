package id.pkh.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What was published about each of two villages: every event with its whole payload, in which ids
 * and codes are replaced by names that are the same in both villages.
 */
final class TwinEvents implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*Z");

    private final TopicTail topics;

    TwinEvents(String bootstrapServers) {
        this.topics = new TopicTail(bootstrapServers);
    }

    /** By village, in the order of the villages; each list is sorted. */
    List<List<String>> sinceTheLastLook(List<TwinVillage> villages) {
        List<List<String>> lines = new ArrayList<>();
        villages.forEach(village -> lines.add(new ArrayList<>()));
        topics.sinceTheLastLook(
                record -> {
                    for (int i = 0; i < villages.size(); i++) {
                        if (isAbout(villages.get(i), record)) {
                            lines.get(i).add(written(villages.get(i), record));
                        }
                    }
                });
        return lines.stream().map(village -> village.stream().sorted().toList()).toList();
    }

    private static boolean isAbout(TwinVillage village, ConsumerRecord<String, byte[]> record) {
        String payload = new String(record.value(), StandardCharsets.UTF_8);
        return village.names().keySet().stream()
                .anyMatch(name -> payload.contains("\"" + name + "\""));
    }

    private static String written(TwinVillage village, ConsumerRecord<String, byte[]> record) {
        try {
            return TopicTail.name(record) + " " + named(village, JSON.readTree(record.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lists are of families, members or changes, and have no order. */
    private static String named(TwinVillage village, JsonNode node) {
        if (node.isObject()) {
            Map<String, String> fields = new TreeMap<>();
            node.fields()
                    .forEachRemaining(
                            field -> fields.put(field.getKey(), named(village, field.getValue())));
            return fields.toString();
        }
        if (node.isArray()) {
            List<String> elements = new ArrayList<>();
            node.forEach(element -> elements.add(named(village, element)));
            return elements.stream().sorted().toList().toString();
        }
        String text = node.asText();
        if (village.names().containsKey(text)) {
            return village.names().get(text);
        }
        if (ID.matcher(text).matches()) {
            return "id";
        }
        return TIME.matcher(text).matches() ? "time" : text;
    }

    @Override
    public void close() {
        topics.close();
    }
}
