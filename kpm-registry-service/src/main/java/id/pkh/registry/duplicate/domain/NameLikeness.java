package id.pkh.registry.duplicate.domain;

import id.pkh.registry.finding.domain.BirthLikeness;
import id.pkh.registry.finding.domain.PersonMatch;
import id.pkh.registry.finding.domain.PlaceLikeness;
import id.pkh.registry.identity.domain.PersonName;

/** How the names of two persons compare, by the parts of {@code docs/rules/finding.md}. */
public enum NameLikeness {
    /** The same parts, in any order. */
    SAME,

    /** All parts of the shorter name are the same or near, and it is more than a single part. */
    WHOLE,

    /** At least half of the parts of the longer name are. */
    HALF,

    OTHER;

    private static final int MORE_THAN_A_SINGLE_PART = 2;

    static NameLikeness of(PersonName one, PersonName other) {
        PersonMatch match = compared(one, other);
        int longer = Math.max(match.askedParts(), match.recordedParts());
        int shorter = Math.min(match.askedParts(), match.recordedParts());
        int alike = match.exactParts() + match.nearParts();
        if (alike == 0) {
            return OTHER;
        }
        if (match.exactParts() == longer) {
            return SAME;
        }
        if (alike == shorter && (shorter == longer || shorter >= MORE_THAN_A_SINGLE_PART)) {
            return WHOLE;
        }
        return alike * 2 >= longer ? HALF : OTHER;
    }

    /** Sixty for the same name, less for what only one of the two names has. */
    static int points(PersonName one, PersonName other) {
        return compared(one, other).points();
    }

    private static PersonMatch compared(PersonName one, PersonName other) {
        return PersonMatch.of(one, other, BirthLikeness.NOT_ASKED, PlaceLikeness.NOT_ASKED);
    }

    boolean isWhole() {
        return this == SAME || this == WHOLE;
    }
}
