package id.pkh.registry.finding.domain;

/** How the village on record compares with the area that is looked for. */
public enum PlaceLikeness {
    SAME(10),
    NEIGHBOUR(5),
    OTHER(0),
    NOT_ASKED(0);

    private static final int SUB_DISTRICT_CHARS = 8;

    private final int points;

    PlaceLikeness(int points) {
        this.points = points;
    }

    public int points() {
        return points;
    }

    /** A neighbour is another village of the same sub-district. */
    public static PlaceLikeness of(String asked, String villageCode) {
        if (villageCode.equals(asked) || villageCode.startsWith(asked + ".")) {
            return SAME;
        }
        return villageCode.regionMatches(0, asked, 0, SUB_DISTRICT_CHARS) ? NEIGHBOUR : OTHER;
    }
}
