package id.pkh.contracts.catalogue;

import id.pkh.contracts.EventType;
import java.util.Map;
import java.util.Set;

/**
 * Fields that events carried once and that are gone: texts that people wrote, which nobody can
 * correct in a topic. Their schemas keep them as deprecated. Consumers ignore them, and no page and
 * no response shows them.
 */
public final class FormerFields {

    private static final Set<String> REASON = Set.of("reason");

    private static final Map<EventType<?>, Set<String>> FIELDS =
            Map.of(
                    EventCatalogue.ATTENDANCE_CORRECTED, REASON,
                    EventCatalogue.P2K2_SESSION_HELD, Set.of("module", "session"),
                    EventCatalogue.SUSPENSION_DECIDED, REASON,
                    EventCatalogue.TERMINATION_DECIDED, REASON,
                    EventCatalogue.APPEAL_DECIDED, REASON);

    private FormerFields() {}

    /** The fields that only events of before carry; empty for most events. */
    public static Set<String> of(EventType<?> type) {
        return FIELDS.getOrDefault(type, Set.of());
    }

    /** The same by the name of a type; empty also for a type outside the catalogue. */
    public static Set<String> of(String type) {
        return FIELDS.entrySet().stream()
                .filter(entry -> entry.getKey().type().equals(type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Set.of());
    }
}
