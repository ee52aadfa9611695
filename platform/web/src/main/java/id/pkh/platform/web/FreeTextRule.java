package id.pkh.platform.web;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people may write into a field of free text. A number of eight or more digits could be a NIK,
 * an account or a telephone number, so it is refused, however it is grouped and in whatever script
 * its digits are written. Dates, times, area codes, ids and the parts of an address are structured
 * and do not count. Line breaks and tabs are text; other control characters, and those that turn
 * the direction of a line, are refused, because they forge what a reader sees.
 */
public final class FreeTextRule {

    public static final String HAS_LONG_NUMBER = "TEXT_HAS_LONG_NUMBER";
    public static final String HAS_CONTROL_CHARACTER = "TEXT_HAS_CONTROL_CHARACTER";

    /** What can stand between two groups of one number. */
    private static final String GAP = "[\\s\\p{Z}\\p{Pd}\\p{Pc}.·•∙‧|*+'’‘´`~]";

    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String MONTH = "(?:0?[1-9]|1[0-2])";
    private static final String YEAR = "(?:19|20)\\d{2}";
    private static final String TIME = "(?:[01]?\\d|2[0-3])[.:][0-5]\\d";
    private static final String UNTIL = "\\s*\\p{Pd}\\s*";
    private static final String DATE =
            "(?:%1$s[-./ ]%2$s[-./ ]%3$s|%3$s[-./]%2$s[-./]%1$s)".formatted(DAY, MONTH, YEAR);

    private static final Pattern ID =
            Pattern.compile(
                    "(?i)(?<![0-9a-z])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-z])");

    /** The parts of an address: neighbourhood, ward and house, before a postcode. */
    private static final Pattern ADDRESS_PART =
            Pattern.compile("(?i)(?<![a-z])(?:RT|RW|NO)\\b\\.?\\s*\\d{1,3}(?!\\d)");

    private static final Pattern AREA_CODE =
            Pattern.compile(
                    "(?<!\\d%1$s{0,3})\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}(?:-\\d{2})?(?!%1$s{0,3}\\d)"
                            .formatted(GAP));
    private static final Pattern DATES =
            Pattern.compile("(?<!\\d[-.]?)%1$s(?:%2$s%1$s)?(?![-.]?\\d)".formatted(DATE, UNTIL));
    private static final Pattern TIMES_OR_YEARS =
            Pattern.compile(
                    "(?<!\\d%1$s{0,3})(?:%2$s%4$s%2$s|%3$s%4$s%3$s)(?!%1$s{0,3}\\d)"
                            .formatted(GAP, TIME, YEAR, UNTIL));
    private static final Pattern LONG_NUMBER =
            Pattern.compile("\\d(?:(?:,|%s{0,3})\\d){7,}".formatted(GAP));

    /** As long as a NIK: then nothing but a letter separates two numbers. */
    private static final Pattern PERSON_NUMBER =
            Pattern.compile("\\d(?:[^\\p{L}\\d]{0,3}\\d){15,}");

    private FreeTextRule() {}

    /** The code of what is wrong with the text; empty when it may be stored. */
    public static Optional<String> faultOf(String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.codePoints().anyMatch(FreeTextRule::isForbidden)) {
            return Optional.of(HAS_CONTROL_CHARACTER);
        }
        return hasLongNumber(text) ? Optional.of(HAS_LONG_NUMBER) : Optional.empty();
    }

    /** Refuses a text that must not be stored, naming the field and never its content. */
    public static void require(String field, String text) {
        faultOf(text)
                .ifPresent(
                        code -> {
                            throw Refused.because(code).with("field", field);
                        });
    }

    private static boolean hasLongNumber(String text) {
        String plain = withPlainDigits(text);
        if (plain.chars().filter(c -> c >= '0' && c <= '9').count() < 8) {
            return false;
        }
        for (Pattern structured :
                new Pattern[] {ID, DATES, TIMES_OR_YEARS, AREA_CODE, ADDRESS_PART}) {
            plain = structured.matcher(plain).replaceAll("x");
        }
        return LONG_NUMBER.matcher(plain).find() || PERSON_NUMBER.matcher(plain).find();
    }

    /** Digits of every script as ASCII, without characters that a reader does not see. */
    static String withPlainDigits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(FreeTextRule::isVisible)
                .forEach(
                        character ->
                                plain.appendCodePoint(
                                        Character.isDigit(character)
                                                ? '0' + Character.digit(character, 10)
                                                : character));
        return plain.toString();
    }

    private static boolean isVisible(int character) {
        int type = Character.getType(character);
        return type != Character.FORMAT
                && type != Character.NON_SPACING_MARK
                && type != Character.ENCLOSING_MARK;
    }

    private static boolean isForbidden(int character) {
        boolean turnsDirection =
                (character >= 0x202A && character <= 0x202E)
                        || (character >= 0x2066 && character <= 0x2069);
        boolean isLayout = character == '\n' || character == '\r' || character == '\t';
        return turnsDirection || (Character.isISOControl(character) && !isLayout);
    }
}
