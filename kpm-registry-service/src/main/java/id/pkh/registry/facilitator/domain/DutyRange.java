package id.pkh.registry.facilitator.domain;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Days on which a facilitator is responsible for a village, both ends included.
 *
 * @param until last day; null while open
 */
public record DutyRange(LocalDate from, LocalDate until) {

    public DutyRange {
        Objects.requireNonNull(from);
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("a duty ends before it begins");
        }
    }

    public boolean overlaps(DutyRange other) {
        return startsByTheEndOf(other) && other.startsByTheEndOf(this);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Whether the other range ends within this one, or with it. */
    public boolean endsWith(DutyRange other) {
        return until == null || (other.until != null && !other.until.isAfter(until));
    }

    /**
     * Whether a facilitator who is on duty in this range can hand over to a successor on that day.
     */
    public boolean canBeHandedOverOn(LocalDate day) {
        return from.isBefore(day) && (until == null || !until.isBefore(day.minusDays(1)));
    }

    boolean startsByTheEndOf(DutyRange other) {
        return other.until == null || !from.isAfter(other.until);
    }
}
