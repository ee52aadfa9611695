package id.pkh.registry.enrolment.domain;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A component over a range of days, both ends included.
 *
 * @param until last day; null while open
 */
public record ComponentSpan(ComponentType type, LocalDate since, LocalDate until) {

    public ComponentSpan {
        Objects.requireNonNull(type);
        Objects.requireNonNull(since);
        if (until != null && until.isBefore(since)) {
            throw new IllegalArgumentException("a component ends before it begins");
        }
    }

    public boolean isOpen() {
        return until == null;
    }

    /** Nothing ended it by that day; one that begins later is counted in. */
    public boolean isCarriedOn(LocalDate day) {
        return until == null || !until.isBefore(day);
    }

    public ComponentSpan endedOn(LocalDate lastDay) {
        return new ComponentSpan(type, since, lastDay);
    }
}
