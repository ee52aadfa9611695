package id.pkh.meeting.support;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.platform.messaging.envelope.WireFormat;
import id.pkh.platform.persistence.Database;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the service has said about an aggregate, read from its outbox. */
@ApplicationScoped
@Unremovable
public class Published {

    /** One event, by the last part of its type. */
    public record Said(String name, long sequence, String causationId, JsonNode payload) {

        private static List<String> texts(JsonNode array) {
            List<String> texts = new ArrayList<>();
            array.forEach(each -> texts.add(each.asText()));
            return texts;
        }

        public List<String> list(String field) {
            return texts(payload.get(field));
        }

        public String text(String field) {
            return payload.path(field).asText(null);
        }

        /** The mark of a family on the event's list. */
        public String markOf(UUID kpmId) {
            for (JsonNode each : payload.get("attendance")) {
                if (each.get("kpm_id").asText().equals(kpmId.toString())) {
                    return each.get("mark").asText();
                }
            }
            return null;
        }

        /** Groups with months running, such as {@code 2, 1}, in the order of the event. */
        public List<Integer> monthsRunning() {
            List<Integer> running = new ArrayList<>();
            payload.get("groups").forEach(each -> running.add(each.get("months_running").asInt()));
            return running;
        }
    }

    private final Database database;

    Published(Database database) {
        this.database = database;
    }

    /** Everything with this key, in order. */
    public List<Said> about(UUID key) {
        return database.query(
                "SELECT event_type, sequence, causation_id, payload FROM outbox WHERE event_key = :key ORDER BY id",
                q ->
                        q.bind("key", key.toString())
                                .map(
                                        (row, context) -> {
                                            String type = row.getString("event_type");
                                            return new Said(
                                                    type.substring(
                                                            "id.pkh.meeting.".length(),
                                                            type.length() - ".v1".length()),
                                                    row.getLong("sequence"),
                                                    row.getString("causation_id"),
                                                    json(row.getBytes("payload")));
                                        })
                                .list());
    }

    public List<Said> about(UUID key, String name) {
        return about(key).stream().filter(said -> said.name().equals(name)).toList();
    }

    private static JsonNode json(byte[] payload) {
        try {
            return WireFormat.mapper().readTree(payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
