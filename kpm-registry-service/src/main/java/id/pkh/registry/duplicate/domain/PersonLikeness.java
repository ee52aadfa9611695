package id.pkh.registry.duplicate.domain;

import id.pkh.registry.finding.domain.BirthLikeness;

/**
 * What is alike about two persons of two families. {@code docs/rules/duplicates.md} says what makes
 * them suspected.
 *
 * @param points only sort; nothing is decided by them
 */
public record PersonLikeness(
        NameLikeness name,
        BirthLikeness birth,
        NikLikeness nik,
        boolean samePupilNumber,
        FamilyDistance distance,
        int points) {

    private static final int POINTS_OF_NIK = 25;
    private static final int POINTS_OF_PUPIL_NUMBER = 40;

    public static PersonLikeness of(ComparedPerson one, ComparedPerson other) {
        NameLikeness name = NameLikeness.of(one.name(), other.name());
        BirthLikeness birth = birth(one, other);
        NikLikeness nik = NikLikeness.of(one.nik(), other.nik());
        boolean samePupil =
                one.pupilNumber() != null && one.pupilNumber().equals(other.pupilNumber());
        FamilyDistance distance = FamilyDistance.of(one.villageCode(), other.villageCode());
        int points =
                NameLikeness.points(one.name(), other.name())
                        + birth.points()
                        + (nik == NikLikeness.OTHER ? 0 : POINTS_OF_NIK)
                        + (samePupil ? POINTS_OF_PUPIL_NUMBER : 0)
                        + distance.points();
        return new PersonLikeness(name, birth, nik, samePupil, distance, points);
    }

    /** The same in both directions: a leap day has no day a year later. */
    private static BirthLikeness birth(ComparedPerson one, ComparedPerson other) {
        BirthLikeness there = BirthLikeness.of(one.born(), other.born());
        BirthLikeness back = BirthLikeness.of(other.born(), one.born());
        return there == back ? there : BirthLikeness.OTHER;
    }

    /** Whether a person has to look at it. */
    public boolean isSuspected() {
        return samePupilNumber
                || (nik != NikLikeness.OTHER && isNamedAlike())
                || (name.isWhole() && isNearInTimeAndPlace());
    }

    /** Half a name is enough if the birth date is the same: siblings' numbers are near as well. */
    private boolean isNamedAlike() {
        return name.isWhole() || (name == NameLikeness.HALF && birth == BirthLikeness.SAME);
    }

    /** The less exact the birth date is, the nearer the families have to live. */
    private boolean isNearInTimeAndPlace() {
        return switch (birth) {
            case SAME -> distance.isWithin(FamilyDistance.REGENCY);
            case DAY_MONTH_EXCHANGED, YEAR_OFF_BY_ONE ->
                    distance.isWithin(FamilyDistance.SUB_DISTRICT);
            default -> false;
        };
    }
}
