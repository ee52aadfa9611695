package id.pkh.platform.security;

import java.util.Comparator;

/** The levels of areas, by the length of their codes. */
public final class AreaLevel {

    private static final int[] CODE_CHARS = {2, 5, 8, 13};

    private AreaLevel() {}

    /**
     * The length of the codes by which an overview of a scope is divided: one level below the
     * highest area in it, so that an overview has few lines.
     *
     * @param requested the area to which the caller narrows the overview; null for all
     */
    public static int codeCharsBelow(AreaScope scope, String requested) {
        int highest =
                requested != null
                        ? requested.length()
                        : scope.codes().stream()
                                .map(String::length)
                                .min(Comparator.naturalOrder())
                                .filter(chars -> !scope.isEverywhere())
                                .orElse(0);
        for (int chars : CODE_CHARS) {
            if (chars > highest) {
                return chars;
            }
        }
        return CODE_CHARS[CODE_CHARS.length - 1];
    }
}
