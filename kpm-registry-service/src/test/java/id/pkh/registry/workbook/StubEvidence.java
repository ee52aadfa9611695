package id.pkh.registry.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.localstack.JvmWide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What verification has on record about members and a month, as JSON. */
public final class StubEvidence {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DAYS_OF_A_MONTH = 31;

    private StubEvidence() {}

    @SuppressWarnings("unchecked")
    private static Map<String, String> known() {
        return (Map<String, String>)
                JvmWide.values()
                        .computeIfAbsent("stub evidence", name -> new ConcurrentHashMap<>());
    }

    static void expects(String kind, String village, UUID kpmId, UUID memberId, String school) {
        ObjectNode line = JSON.createObjectNode();
        line.put("kind", kind)
                .put("village_code", village)
                .put("member_id", memberId.toString())
                .put("kpm_id", kpmId.toString())
                .put("component", kind.equals("SCHOOL") ? "SD" : "EARLY_CHILD")
                .put("school_id", school)
                .putNull("point_code");
        line.putNull("entry");
        known().put(kind + memberId, line.toString());
    }

    static ArrayNode lines(String kind, String village) {
        ArrayNode lines = JSON.createArrayNode();
        known().values().stream()
                .map(StubEvidence::read)
                .filter(line -> line.path("kind").asText().equals(kind))
                .filter(line -> line.path("village_code").asText().equals(village))
                .forEach(lines::add);
        return lines;
    }

    static void states(String kind, UUID memberId, String point, ObjectNode entry) {
        ObjectNode line = (ObjectNode) read(known().get(kind + memberId));
        line.put("point_code", point).set("entry", entry);
        known().put(kind + memberId, line.toString());
    }

    /** As verification does: days that no month has are refused row by row. */
    static ObjectNode stated(JsonNode sent) {
        String kind = sent.path("kind").asText();
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode refusals = answer.putArray("refusals");
        int number = 0;
        for (JsonNode row : sent.path("rows")) {
            number++;
            ObjectNode entry = (ObjectNode) row.at("/months/0");
            if (entry.path("jml").asInt(0) > DAYS_OF_A_MONTH) {
                refusals.addObject()
                        .put("line", number)
                        .put("code", "DAYS_IMPOSSIBLE")
                        .put("expected", "0 - 31")
                        .put("message", "Jumlah hari tidak mungkin.");
            } else {
                states(
                        kind,
                        UUID.fromString(row.path("member_id").asText()),
                        sent.path("point_code").asText(),
                        entry);
            }
        }
        return answer;
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
