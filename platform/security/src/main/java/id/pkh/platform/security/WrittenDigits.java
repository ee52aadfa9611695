package id.pkh.platform.security;

import java.util.regex.Pattern;

/** What spreadsheets and people do to numbers that are no quantities, such as a NIK. */
final class WrittenDigits {

    /** What the sender does about a number that a spreadsheet has shortened. */
    static final String AS_TEXT = "column formatted as text";

    /** The first digit, the digits behind the point, and the exponent. */
    static final Pattern SCIENTIFIC = Pattern.compile("(\\d)(?:[.,](\\d+))?[eE]\\+?(\\d{1,3})");

    private WrittenDigits() {}

    /** Without the characters that spreadsheets put around it. */
    static String normalise(String raw) {
        if (raw == null) {
            return "";
        }
        String text = raw.replace('\u00A0', ' ').strip();
        return text.startsWith("'") ? text.substring(1).strip() : text;
    }

    static boolean isScientific(String text) {
        return SCIENTIFIC.matcher(text).matches();
    }

    /** Names the first character that nobody can see, because the sender sees only digits. */
    static String only(String expected, String text) {
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            if (isInvisible(characters[i])) {
                return "%s: character %d is invisible (U+%04X)"
                        .formatted(expected, i + 1, characters[i]);
            }
        }
        return expected;
    }

    /** Marks of direction, joiners, characters without width, and selectors of a variant. */
    private static boolean isInvisible(int character) {
        return Character.isIdentifierIgnorable(character)
                || character == 0x034F
                || (character >= 0xFE00 && character <= 0xFE0F);
    }
}
