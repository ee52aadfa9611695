package id.pkh.console.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The events of one family in all services, in the order in which they were recorded. */
final class FamilyTimeline {

    /**
     * One line.
     *
     * @param about the main facts of the event about this family, in codes; may be empty
     * @param ofGroup the event belongs to the family's group
     */
    record Entry(JournalEvent event, String about, boolean ofGroup) {}

    /** The latest known village and group of the family. */
    record Group(String village, String code) {}

    /** Fields of a payload that summarise an event, in this order. */
    private static final List<String> TELLING =
            List.of(
                    "status",
                    "old_status",
                    "new_status",
                    "period",
                    "month",
                    "quarter",
                    "cause",
                    "rung",
                    "step",
                    "outcome",
                    "result",
                    "decision",
                    "effect",
                    "amount_idr",
                    "group_code");

    private static final int MAX_TELLING = 4;

    private FamilyTimeline() {}

    /**
     * @param own events keyed by the family
     * @param ofGroup events keyed by its group; those that do not contain the family are left out
     */
    static List<Entry> of(String family, List<JournalEvent> own, List<JournalEvent> ofGroup) {
        List<Entry> entries = new ArrayList<>();
        own.forEach(event -> entries.add(new Entry(event, telling(event.payload()), false)));
        for (JournalEvent event : ofGroup) {
            aboutMember(event.payload(), family)
                    .ifPresent(about -> entries.add(new Entry(event, about, true)));
        }
        entries.sort(Comparator.comparing(entry -> entry.event().recordedAt()));
        return entries;
    }

    /** From the newest state that contains a group. */
    static Optional<Group> group(List<JournalEvent> own) {
        return own.stream()
                .filter(event -> event.payload().path("group_code").asText("").length() > 0)
                .max(Comparator.comparing(JournalEvent::recordedAt))
                .map(
                        event ->
                                new Group(
                                        event.payload().path("village_code").asText(""),
                                        event.payload().path("group_code").asText()));
    }

    private static Optional<String> aboutMember(JsonNode payload, String family) {
        String month = payload.path("month").asText("");
        for (JsonNode mark : payload.path("attendance")) {
            if (mark.path("kpm_id").asText().equals(family)) {
                return Optional.of((month + " " + mark.path("mark").asText()).strip());
            }
        }
        for (Map.Entry<String, String> list :
                Map.of("joined_kpm_ids", "JOINED", "left_kpm_ids", "LEFT").entrySet()) {
            for (JsonNode id : payload.path(list.getKey())) {
                if (id.asText().equals(family)) {
                    return Optional.of(list.getValue());
                }
            }
        }
        // a meeting that was not held, or a month that was closed, concerns every family of the
        // group
        return payload.has("month") && !payload.has("attendance")
                ? Optional.of((month + " " + payload.path("reason").asText("")).strip())
                : Optional.empty();
    }

    private static String telling(JsonNode payload) {
        List<String> words = new ArrayList<>();
        for (String name : TELLING) {
            JsonNode value = payload.path(name);
            if (value.isValueNode() && !value.isNull() && words.size() < MAX_TELLING) {
                words.add(value.asText());
            }
        }
        return String.join(" · ", words);
    }
}
