package id.pkh.platform.security;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Masks an identifying number so that it can be shown: only its end stays, and only if it is long
 * enough. Masks a text so that its form can be seen and not what it says.
 */
public final class Mask {

    private static final int SHOWN_CHARS = 4;
    private static final int SHORTEST_SHOWN_CHARS = 8;

    /** Six or more digits, also in groups. */
    private static final Pattern LONG_NUMBER =
            Pattern.compile("\\p{Nd}(?:[\\s\\p{Z}\\p{Pd}\\p{Pc}\\p{Cf}.,'’·]{0,3}\\p{Nd}){5,}");

    private static final Pattern AREA_CODE =
            Pattern.compile("\\d{2}(?:\\.\\d{2}){2}\\.\\d{4}(?:-\\d{2})?");
    private static final Pattern AFTER_FIRST_LETTER =
            Pattern.compile("(?<=[\\p{L}\\p{M}])[\\p{L}\\p{M}]");

    private Mask() {}

    /**
     * {@code 1771080101900001} becomes {@code ************0001}; a number with fewer than 8
     * characters becomes only stars, and so does what ends in something else, such as a name in the
     * wrong column.
     */
    public static String digits(String s) {
        if (s == null) {
            return "";
        }
        if (s.length() < SHORTEST_SHOWN_CHARS) {
            return "*".repeat(s.length());
        }
        int hidden = s.length() - SHOWN_CHARS;
        String end = s.substring(hidden);
        boolean isNumber = end.chars().allMatch(Character::isDigit);
        return "*".repeat(hidden) + (isNumber ? end : "*".repeat(SHOWN_CHARS));
    }

    /**
     * What a person wrote, with only the first letter of each word and the end of a long number:
     * {@code Siti Aminah} becomes {@code S*** A*****}. The code of a village or a group stays.
     */
    public static String text(String s) {
        if (s == null || AREA_CODE.matcher(s).matches()) {
            return s == null ? "" : s;
        }
        return AFTER_FIRST_LETTER.matcher(longNumbers(s)).replaceAll("*");
    }

    /** The same text with only the end of each number of six or more digits. */
    public static String longNumbers(String s) {
        return LONG_NUMBER
                .matcher(Normalizer.normalize(s, Normalizer.Form.NFKC))
                .replaceAll(number -> digits(number.group()));
    }
}
