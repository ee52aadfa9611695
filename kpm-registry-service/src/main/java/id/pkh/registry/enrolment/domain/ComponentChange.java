package id.pkh.registry.enrolment.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What becomes of a member's component when another one, or none, holds from a day on: the present
 * span ends the day before, and is kept as history when another takes its place.
 */
public sealed interface ComponentChange {

    /** The span the member carries from now on, and the one that it displaced, if any. */
    record Changed(ComponentSpan now, Optional<ComponentSpan> displaced)
            implements ComponentChange {}

    /** What is asked for already holds. */
    record Unchanged() implements ComponentChange {}

    record Refused(String code) implements ComponentChange {}

    String BEFORE_CURRENT_COMPONENT = "EFFECTIVE_BEFORE_CURRENT_COMPONENT";
    String NO_COMPONENT_TO_END = "NO_COMPONENT_TO_END";

    static ComponentChange decide(
            Optional<ComponentSpan> current, Optional<ComponentType> next, LocalDate effectiveOn) {
        if (current.isEmpty()) {
            return next.<ComponentChange>map(type -> started(type, effectiveOn))
                    .orElseGet(() -> new Refused(NO_COMPONENT_TO_END));
        }
        ComponentSpan span = current.get();
        if (effectiveOn.isBefore(span.since())) {
            return new Refused(BEFORE_CURRENT_COMPONENT);
        }
        return next.isPresent()
                ? replaced(span, next.get(), effectiveOn)
                : ended(span, effectiveOn);
    }

    private static Changed started(ComponentType type, LocalDate since) {
        return new Changed(new ComponentSpan(type, since, null), Optional.empty());
    }

    private static ComponentChange replaced(
            ComponentSpan span, ComponentType next, LocalDate effectiveOn) {
        if (span.type() == next && span.isOpen()) {
            return new Unchanged();
        }
        ComponentSpan now = new ComponentSpan(next, effectiveOn, null);
        if (effectiveOn.equals(span.since())) {
            return new Changed(now, Optional.empty()); // the first entry was wrong
        }
        LocalDate dayBefore = effectiveOn.minusDays(1);
        boolean alreadyOver = !span.isOpen() && span.until().isBefore(dayBefore);
        return new Changed(now, Optional.of(alreadyOver ? span : span.endedOn(dayBefore)));
    }

    private static ComponentChange ended(ComponentSpan span, LocalDate effectiveOn) {
        LocalDate lastDay = effectiveOn.minusDays(1);
        if (lastDay.isBefore(span.since())) {
            return new Refused(BEFORE_CURRENT_COMPONENT);
        }
        return lastDay.equals(span.until())
                ? new Unchanged()
                : new Changed(span.endedOn(lastDay), Optional.empty());
    }
}
