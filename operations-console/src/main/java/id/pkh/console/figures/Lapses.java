package id.pkh.console.figures;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Facilitators who did not hold meetings that were due; the one with the longest lapse comes first.
 */
final class Lapses {

    /**
     * One facilitator.
     *
     * @param code the staff code; the id if the service does not state a code
     * @param running the highest number of months in a row in one of the groups
     */
    record Facilitator(
            String id,
            String code,
            String months,
            String duties,
            int groups,
            int running,
            String villages) {}

    private static final class Collected {
        private final TreeSet<String> months = new TreeSet<>();
        private final TreeSet<String> duties = new TreeSet<>();
        private final TreeSet<String> groups = new TreeSet<>();
        private final TreeSet<String> villages = new TreeSet<>();
        private String code;
        private int running;
    }

    private Lapses() {}

    /** A lapse that was withdrawn does not count. */
    static List<Facilitator> byFacilitator(List<JsonNode> lapses) {
        Map<String, Collected> collected = new LinkedHashMap<>();
        for (JsonNode lapse : lapses) {
            if (!lapse.path("standing").asBoolean()) {
                continue;
            }
            Collected one =
                    collected.computeIfAbsent(
                            lapse.path("facilitator_id").asText(), id -> new Collected());
            one.code = lapse.path("facilitator_code").asText(null);
            one.months.add(lapse.path("month").asText());
            one.duties.add(lapse.path("duty").asText());
            for (JsonNode group : lapse.path("groups")) {
                one.groups.add(group.path("group_code").asText());
                one.villages.add(
                        group.path("village_name").asText(group.path("village_code").asText()));
                one.running = Math.max(one.running, group.path("months_running").asInt());
            }
        }
        List<Facilitator> facilitators = new ArrayList<>();
        collected.forEach(
                (id, one) ->
                        facilitators.add(
                                new Facilitator(
                                        id,
                                        one.code == null ? id : one.code,
                                        String.join(", ", one.months),
                                        String.join(", ", one.duties),
                                        one.groups.size(),
                                        one.running,
                                        String.join(", ", one.villages))));
        facilitators.sort(
                Comparator.comparingInt(Facilitator::running)
                        .thenComparingInt(Facilitator::groups)
                        .reversed()
                        .thenComparing(Facilitator::id));
        return facilitators;
    }
}
