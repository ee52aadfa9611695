package id.pkh.registry.complaint.domain;

import java.util.stream.Stream;

/** Who has a complaint. A complaint that is late goes one level up. */
public enum HandlingLevel {
    FACILITATOR,
    COORDINATOR,
    REGENCY,
    MINISTRY;

    /** As it is stored: the facilitator is 1. */
    public int rank() {
        return ordinal() + 1;
    }

    public static HandlingLevel ofRank(int rank) {
        return values()[rank - 1];
    }

    public boolean isTop() {
        return this == MINISTRY;
    }

    /** The ministry is above itself: another officer there acts. */
    public HandlingLevel above() {
        return isTop() ? this : ofRank(rank() + 1);
    }

    public HandlingLevel higher(HandlingLevel other) {
        return Stream.of(this, other).max(HandlingLevel::compareTo).orElseThrow();
    }
}
