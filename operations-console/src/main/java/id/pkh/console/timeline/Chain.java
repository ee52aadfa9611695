package id.pkh.console.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The events of one correlation id as a tree: each below the event that caused it. */
final class Chain {

    private static final int MAX_DEPTH = 32;

    /**
     * A line of the tree.
     *
     * @param depth distance from the request
     * @param causeMissing its cause is an event that was not found
     */
    record Link(JournalEvent event, int depth, boolean causeMissing) {

        public int indent() {
            return Math.min(depth, MAX_DEPTH);
        }
    }

    private Chain() {}

    /** Depth first, siblings in the order in which they were recorded; every event exactly once. */
    static List<Link> of(List<JournalEvent> events) {
        Map<String, JournalEvent> byId = new LinkedHashMap<>();
        events.stream()
                .sorted(Comparator.comparing(JournalEvent::recordedAt))
                .forEach(event -> byId.putIfAbsent(event.id(), event));
        Map<String, List<JournalEvent>> effects = new LinkedHashMap<>();
        List<JournalEvent> roots = new ArrayList<>();
        for (JournalEvent event : byId.values()) {
            if (byId.containsKey(event.causationId())) {
                effects.computeIfAbsent(event.causationId(), id -> new ArrayList<>()).add(event);
            } else {
                roots.add(event);
            }
        }
        List<Link> links = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        roots.forEach(root -> place(root, 0, effects, placed, links));
        // a circle has no root; its events are shown as well
        byId.values().forEach(event -> place(event, 0, effects, placed, links));
        return links;
    }

    private static void place(
            JournalEvent event,
            int depth,
            Map<String, List<JournalEvent>> effects,
            Set<String> placed,
            List<Link> links) {
        if (!placed.add(event.id())) {
            return;
        }
        links.add(new Link(event, depth, depth == 0 && !event.causationId().isEmpty()));
        for (JournalEvent effect : effects.getOrDefault(event.id(), List.of())) {
            place(effect, depth + 1, effects, placed, links);
        }
    }
}
