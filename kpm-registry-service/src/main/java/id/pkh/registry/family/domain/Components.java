package id.pkh.registry.family.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The components of one person over time. Only the present component can change: it is stated
 * again, ended, corrected, or replaced by another. The earlier components are history. {@code
 * docs/rules/families.md} lists every case.
 *
 * @param present the component that the person carries now, or carried last; null when there is
 *     none
 * @param past the earlier components, in the order in which they were replaced
 */
public record Components(ComponentSpan present, List<ComponentSpan> past) {

    public static final Components NONE = new Components(null, List.of());

    public static final String BEFORE_CURRENT_COMPONENT = "EFFECTIVE_BEFORE_CURRENT_COMPONENT";
    public static final String NO_COMPONENT_TO_END = "NO_COMPONENT_TO_END";

    /** A day on which the person begins to carry a component, or no longer carries it. */
    private record Edge(ComponentType type, LocalDate day, boolean isFirstDay) {}

    public Components {
        past = List.copyOf(past);
    }

    public Ruling<Components> carry(ComponentSpan stated) {
        if (present == null) {
            return replacedBy(stated);
        }
        if (isPast(stated)) {
            return Ruling.permitted(this);
        }
        if (stated.since().isBefore(present.since())) {
            return correctsFirstDay(stated)
                    ? restated(stated, stated.since())
                    : Ruling.refused(BEFORE_CURRENT_COMPONENT);
        }
        if (isAboutPresent(stated)) {
            return restated(stated, present.since());
        }
        boolean firstEntryWasWrong = stated.since().equals(present.since());
        return firstEntryWasWrong ? replacedBy(stated) : displacedBy(stated);
    }

    /** Ends the present component on the day before the given day. */
    public Ruling<Components> endBefore(LocalDate day) {
        if (present == null) {
            return Ruling.refused(NO_COMPONENT_TO_END);
        }
        return day.isAfter(present.since())
                ? replacedBy(present.endedOn(day.minusDays(1)))
                : Ruling.refused(BEFORE_CURRENT_COMPONENT);
    }

    /** Whether an earlier component already contains everything that is stated. */
    boolean isPast(ComponentSpan stated) {
        return past.stream().anyMatch(span -> span.contains(stated));
    }

    /** The first day on which the component differs from that in the other history. */
    Optional<LocalDate> firstDifferenceFrom(Components other) {
        Set<Edge> onlyInOne = edges();
        other.edges().stream().filter(edge -> !onlyInOne.add(edge)).forEach(onlyInOne::remove);
        return onlyInOne.stream().map(Edge::day).min(LocalDate::compareTo);
    }

    private Set<Edge> edges() {
        Set<Edge> edges = new HashSet<>();
        all().forEach(
                        span -> {
                            edges.add(new Edge(span.type(), span.since(), true));
                            if (!span.isOpen()) {
                                edges.add(new Edge(span.type(), span.until().plusDays(1), false));
                            }
                        });
        return edges;
    }

    Stream<ComponentSpan> all() {
        return Stream.concat(past.stream(), Stream.ofNullable(present));
    }

    /**
     * The first day of the present component may be corrected, but not to a day of an earlier
     * component.
     */
    private boolean correctsFirstDay(ComponentSpan stated) {
        return present.isSameAs(stated)
                && stated.isCarriedOn(present.since())
                && past.stream().noneMatch(span -> span.isCarriedOn(stated.since()));
    }

    /** Whether the statement is about the present span and not about a span that follows it. */
    private boolean isAboutPresent(ComponentSpan stated) {
        boolean hasSameEnd = stated.until() != null && stated.until().equals(present.until());
        return present.isSameAs(stated)
                && (present.isOpen() || hasSameEnd || stated.since().equals(present.since()));
    }

    /** The present span with the stated last day. A school that is already known is kept. */
    private Ruling<Components> restated(ComponentSpan stated, LocalDate since) {
        String school = stated.school() == null ? present.school() : stated.school();
        return replacedBy(new ComponentSpan(present.type(), since, stated.until(), school));
    }

    private Ruling<Components> replacedBy(ComponentSpan now) {
        return Ruling.permitted(new Components(now, past));
    }

    private Ruling<Components> displacedBy(ComponentSpan next) {
        LocalDate dayBefore = next.since().minusDays(1);
        ComponentSpan displaced =
                present.isCarriedOn(dayBefore) ? present.endedOn(dayBefore) : present;
        return Ruling.permitted(
                new Components(next, Stream.concat(past.stream(), Stream.of(displaced)).toList()));
    }
}
