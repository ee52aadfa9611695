package id.pkh.registry.finding.domain;

import id.pkh.registry.identity.domain.NamePart;
import id.pkh.registry.identity.domain.NamePart.Likeness;
import id.pkh.registry.identity.domain.PersonName;
import java.util.ArrayList;
import java.util.List;

/**
 * How much a person on record is like the one who is looked for, and why. {@code
 * docs/rules/finding.md} has the points.
 *
 * @param exactParts parts of the name that are equal
 * @param nearParts parts that are written otherwise and sound alike
 * @param askedParts parts of the name that is looked for
 * @param recordedParts parts of the name on record
 */
public record PersonMatch(
        int exactParts,
        int nearParts,
        int askedParts,
        int recordedParts,
        BirthLikeness birth,
        PlaceLikeness place) {

    /** Below this a person is not shown. */
    public static final int SHOWN_FROM_POINTS = 50;

    private static final int POINTS_OF_NAME = 60;

    /** A near part counts three quarters of an exact one. */
    private static final int EXACT_QUARTERS = 4;

    private static final int NEAR_QUARTERS = 3;

    public static PersonMatch of(
            PersonName asked, PersonName recorded, BirthLikeness birth, PlaceLikeness place) {
        List<NamePart> wanted = new ArrayList<>(asked.parts());
        List<NamePart> left = new ArrayList<>(recorded.parts());
        int exact = pairs(wanted, left, Likeness.EXACT);
        int near = pairs(wanted, left, Likeness.NEAR);
        return new PersonMatch(
                exact, near, asked.parts().size(), recorded.parts().size(), birth, place);
    }

    /** Takes out the pairs that are as alike as this, and counts them. */
    private static int pairs(List<NamePart> wanted, List<NamePart> left, Likeness likeness) {
        int before = wanted.size();
        wanted.removeIf(
                part ->
                        left.stream()
                                .filter(other -> part.comparedWith(other) == likeness)
                                .findFirst()
                                .map(left::remove)
                                .isPresent());
        return before - wanted.size();
    }

    /** Parts that only one of the names has count against it. */
    public int points() {
        int alike = EXACT_QUARTERS * exactParts + NEAR_QUARTERS * nearParts;
        int name = POINTS_OF_NAME * 2 * alike / (EXACT_QUARTERS * (askedParts + recordedParts));
        return name + birth.points() + place.points();
    }

    public boolean isShown() {
        return exactParts + nearParts > 0 && points() >= SHOWN_FROM_POINTS;
    }
}
