package id.pkh.platform.figures;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;

/** By what figures are divided. */
public enum FigureLevel {
    PROVINCE(2),
    REGENCY(5),
    SUB_DISTRICT(8),
    VILLAGE(13),
    GROUP(13);

    private static final int LEVELS_BELOW = 2;

    private final int codeChars;

    FigureLevel(int codeChars) {
        this.codeChars = codeChars;
    }

    /** Reads a level of a request. */
    public static FigureLevel of(String code) {
        for (FigureLevel level : values()) {
            if (level.name().equals(code)) {
                return level;
            }
        }
        throw Refused.because("FIGURES_LEVEL_UNKNOWN");
    }

    /** By what an area is divided first. */
    public static FigureLevel below(String areaCode) {
        int own = highestOf(AreaScope.only(areaCode));
        return values()[Math.min(own + 1, GROUP.ordinal())];
    }

    String areaOf(String villageCode) {
        return villageCode.substring(0, Math.min(codeChars, villageCode.length()));
    }

    /**
     * Whether an answer about the areas stays short: a province is divided into sub-districts at
     * most, a regency into villages, and a sub-district into groups. A larger area is named for
     * what lies in it and was asked for.
     */
    boolean divides(AreaScope areas) {
        int highest = areas.isEverywhere() ? -1 : highestOf(areas);
        return ordinal() - highest <= LEVELS_BELOW;
    }

    /** Whether an area is larger than what is counted when it is read. */
    static boolean needsSums(AreaScope areas) {
        return areas.isEverywhere() || highestOf(areas) < REGENCY.ordinal();
    }

    private static int highestOf(AreaScope areas) {
        int shortest = areas.codes().stream().mapToInt(String::length).min().orElse(0);
        for (FigureLevel level : values()) {
            if (level.codeChars == shortest) {
                return level.ordinal();
            }
        }
        return VILLAGE.ordinal();
    }
}
