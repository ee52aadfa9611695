package id.pkh.registry.duplicate.domain;

import java.util.stream.Stream;

/** The smallest area in which both families live. */
public enum FamilyDistance {
    VILLAGE(13, 10),
    SUB_DISTRICT(8, 5),
    REGENCY(5, 0),
    ELSEWHERE(0, 0);

    private final int chars;
    private final int points;

    FamilyDistance(int chars, int points) {
        this.chars = chars;
        this.points = points;
    }

    public static FamilyDistance of(String oneVillage, String otherVillage) {
        return Stream.of(values())
                .filter(area -> oneVillage.regionMatches(0, otherVillage, 0, area.chars))
                .findFirst()
                .orElse(ELSEWHERE);
    }

    /** The code of the area of a village that is as large as this. */
    public String areaOf(String village) {
        return village.substring(0, chars);
    }

    boolean isWithin(FamilyDistance other) {
        return ordinal() <= other.ordinal();
    }

    int points() {
        return points;
    }
}
