package id.pkh.registry.family.domain;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A component over a range of days, both ends included, at one school.
 *
 * @param until last day; null while open
 * @param school number of the school (NPSN); null when it is not known, or there is none
 */
public record ComponentSpan(ComponentType type, LocalDate since, LocalDate until, String school) {

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

    /**
     * Whether the span has not ended by that day. A span that begins later has not ended either.
     */
    public boolean isCarriedOn(LocalDate day) {
        return until == null || !until.isBefore(day);
    }

    public ComponentSpan endedOn(LocalDate lastDay) {
        return new ComponentSpan(type, since, lastDay, school);
    }

    /** Whether both spans can be at one school. An unknown school matches any school. */
    boolean isSameAs(ComponentSpan other) {
        return type == other.type
                && (school == null || other.school == null || school.equals(other.school));
    }

    /** Whether this past span already contains everything that the other span states. */
    boolean contains(ComponentSpan stated) {
        return isSameAs(stated)
                && !stated.since.isBefore(since)
                && isCarriedOn(stated.since)
                && stated.isCarriedOn(until);
    }
}
