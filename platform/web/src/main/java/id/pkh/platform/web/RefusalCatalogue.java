package id.pkh.platform.web;

import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All refusal codes of this process with their status. The process does not start if a code has no
 * texts.
 */
@ApplicationScoped
@Unremovable
public class RefusalCatalogue {

    /** Too many requests, and not available. */
    private static final Set<Integer> PASSING = Set.of(429, 503);

    private Map<String, Integer> statuses = Map.of();
    private Set<String> passing = Set.of();
    private RefusalTexts texts;

    protected RefusalCatalogue() {}

    @Inject
    public RefusalCatalogue(@All List<RefusalStatuses> tables, RefusalTexts texts) {
        this.statuses = merged(tables);
        this.passing =
                tables.stream()
                        .flatMap(table -> table.passing().stream())
                        .collect(Collectors.toUnmodifiableSet());
        this.texts = texts;
    }

    void checkAtStart(@Observes StartupEvent event) {
        Set<String> missing = texts.missingFor(statuses.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("refusal texts are missing: " + missing);
        }
    }

    /** The HTTP status of a code; empty for a code that is not declared. */
    public OptionalInt statusOf(String code) {
        Integer status = statuses.get(code);
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** Whether the same request may succeed a moment later, without another one. */
    public boolean isPassing(String code) {
        return passing.contains(code) || PASSING.contains(statuses.getOrDefault(code, 0));
    }

    public Map<String, Integer> statuses() {
        return statuses;
    }

    static Map<String, Integer> merged(List<RefusalStatuses> tables) {
        Map<String, Integer> merged = new TreeMap<>();
        for (RefusalStatuses table : tables) {
            table.statuses()
                    .forEach(
                            (code, status) -> {
                                Integer before = merged.put(code, status);
                                if (before != null && !before.equals(status)) {
                                    throw new IllegalStateException(
                                            "refusal code %s has two statuses: %d and %d"
                                                    .formatted(code, before, status));
                                }
                                if (status < 400 || status > 599) {
                                    throw new IllegalStateException(
                                            "refusal code %s has status %d"
                                                    .formatted(code, status));
                                }
                            });
        }
        return Collections.unmodifiableMap(merged);
    }
}
