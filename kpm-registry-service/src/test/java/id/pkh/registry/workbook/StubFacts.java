package id.pkh.registry.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pkh.localstack.JvmWide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the services of {@link StubServices} have on record, as JSON. The test resource and the
 * tests are loaded by different class loaders.
 */
public final class StubFacts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEETINGS = "meetings";
    private static final String WITHDRAWALS = "withdrawals";
    private static final String POSTS = "posts";
    private static final String LEFT = "left";
    private static final String OPEN = "open ";
    private static final String DOWN = "down";
    private static final String BEFORE = "before";

    private StubFacts() {}

    @SuppressWarnings("unchecked")
    private static Map<String, String> known() {
        return (Map<String, String>)
                JvmWide.values()
                        .computeIfAbsent("stub services", name -> new ConcurrentHashMap<>());
    }

    static ArrayNode all(String what) {
        try {
            return (ArrayNode) JSON.readTree(known().getOrDefault(what, "[]"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void keep(String what, ArrayNode items) {
        known().put(what, items.toString());
    }

    /** The only case that is open in a village, with each of the other services. */
    public static void open(String village, String kind, UUID subject) {
        ArrayNode cases = JSON.createArrayNode();
        if (kind != null) {
            ObjectNode open =
                    cases.addObject()
                            .put("kind", kind)
                            .put("since", "2026-01-02")
                            .put("due_on", "2026-01-09")
                            .put("village_code", village)
                            .put("text", "Do it.")
                            .put("href", "/api/v1/cases/" + subject);
            open.putArray("in_hands_of").add("FACILITATOR");
            open.putArray("subject_ids").add(subject.toString());
        }
        keep(OPEN + village, cases);
    }

    static ArrayNode openCases(String village) {
        return all(OPEN + village);
    }

    /** Whether no service answers. */
    static boolean isDown() {
        return known().containsKey(DOWN);
    }

    public static void setDown(boolean isDown) {
        if (isDown) {
            known().put(DOWN, "yes");
        } else {
            known().remove(DOWN);
        }
    }

    /** The family left its group: the meeting service refuses its marks. */
    static void leaves(UUID kpmId) {
        known().put(LEFT, known().getOrDefault(LEFT, "") + " " + kpmId);
    }

    static boolean hasLeft(String kpmId) {
        return known().getOrDefault(LEFT, "").contains(kpmId);
    }

    static void posts(String path, ObjectNode sent) {
        ArrayNode posts = all(POSTS);
        posts.addObject().put("path", path).set("sent", sent);
        keep(POSTS, posts);
    }

    /** What was sent, and forgets it. */
    static List<JsonNode> takePosts() {
        List<JsonNode> posts = new ArrayList<>();
        all(POSTS).forEach(posts::add);
        known().remove(POSTS);
        return posts;
    }

    static ArrayNode meetings(String village, String month) {
        ArrayNode meetings = JSON.createArrayNode();
        for (JsonNode meeting : all(MEETINGS)) {
            if (meeting.path("group_code").asText().startsWith(village)
                    && meeting.path("held_on").asText().startsWith(month)) {
                meetings.add(meeting);
            }
        }
        return meetings;
    }

    /** Records a meeting, as another person may as well. */
    static ObjectNode held(ObjectNode sent) {
        ArrayNode meetings = all(MEETINGS);
        known().put(BEFORE, meetings.toString());
        ObjectNode meeting = sent.deepCopy();
        meeting.put("meeting_id", UUID.randomUUID().toString());
        meeting.putNull("makes_up_meeting_id");
        if (!meeting.has("session_code")) {
            meeting.putNull("session_code");
        }
        meetings.add(meeting);
        keep(MEETINGS, meetings);
        return meeting;
    }

    static ObjectNode corrected(UUID meetingId, JsonNode sent) {
        ArrayNode meetings = all(MEETINGS);
        known().put(BEFORE, meetings.toString());
        ObjectNode corrected = null;
        for (JsonNode meeting : meetings) {
            if (meeting.path("meeting_id").asText().equals(meetingId.toString())) {
                corrected = (ObjectNode) meeting;
                for (JsonNode mark : sent.path("attendance")) {
                    set((ArrayNode) meeting.path("attendance"), mark);
                }
                if (sent.has("held_on")) {
                    corrected.set("held_on", sent.get("held_on"));
                }
            }
        }
        keep(MEETINGS, meetings);
        return corrected;
    }

    private static void set(ArrayNode attendance, JsonNode mark) {
        for (JsonNode known : attendance) {
            if (known.path("kpm_id").equals(mark.path("kpm_id"))) {
                ((ObjectNode) known).set("mark", mark.get("mark"));
                return;
            }
        }
        attendance.add(mark);
    }

    static void undo() {
        known().put(MEETINGS, known().get(BEFORE));
    }

    static ArrayNode withdrawals(String village) {
        ArrayNode withdrawals = JSON.createArrayNode();
        for (JsonNode withdrawal : all(WITHDRAWALS)) {
            if (withdrawal.path("village_code").asText().equals(village)) {
                withdrawals.add(withdrawal);
            }
        }
        return withdrawals;
    }

    static UUID sent(UUID kpmId, String village) {
        UUID payment = UUID.randomUUID();
        ArrayNode withdrawals = all(WITHDRAWALS);
        withdrawals
                .addObject()
                .put("payment_id", payment.toString())
                .put("kpm_id", kpmId.toString())
                .put("village_code", village)
                .put("payment_idr", 600_000)
                .put("reported", "NOT_REPORTED");
        keep(WITHDRAWALS, withdrawals);
        return payment;
    }

    static ObjectNode reported(JsonNode sent) {
        ArrayNode withdrawals = all(WITHDRAWALS);
        ObjectNode outcomes = JSON.createObjectNode();
        ArrayNode items = outcomes.putArray("items");
        int line = 0;
        for (JsonNode item : sent.path("reports")) {
            line++;
            String payment = item.path("payment_id").asText();
            ObjectNode outcome = items.addObject().put("line", line).put("payment_id", payment);
            boolean isComplete = item.at("/report/outcome").isTextual();
            outcome.put("outcome", isComplete ? "RECORDED" : "WITHDRAWAL_INCOMPLETE");
            for (JsonNode withdrawal : withdrawals) {
                if (isComplete && withdrawal.path("payment_id").asText().equals(payment)) {
                    ObjectNode row = (ObjectNode) withdrawal;
                    row.setAll((ObjectNode) item.path("report"));
                    row.set("reported", row.get("outcome"));
                    row.set("withdrawn_idr", row.get("amount_idr"));
                    row.put("revision", row.path("revision").asInt(0) + 1);
                }
            }
        }
        keep(WITHDRAWALS, withdrawals);
        return outcomes;
    }

    /** Ten families in a group of each village, and what is known of the village alone. */
    static JsonNode figures(String query) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("counted_at", "2026-02-01T02:03:04Z").put("regencies_missing", 0);
        ArrayNode areas = answer.putArray("areas");
        for (String parameter : query.split("&")) {
            if (parameter.startsWith("area=")) {
                String village = parameter.substring("area=".length());
                area(areas, village, village + "-01", "FAMILIES", 10);
                area(areas, village, null, "MEMBERS_TO_VERIFY", 7);
            }
        }
        return answer;
    }

    private static void area(
            ArrayNode areas, String village, String group, String figure, long value) {
        areas.addObject()
                .put("area_code", village)
                .put("group_code", group)
                .putArray("figures")
                .addObject()
                .put("figure", figure)
                .put("item", "")
                .put("value", value);
    }
}
