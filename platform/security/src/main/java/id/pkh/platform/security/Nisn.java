package id.pkh.platform.security;

import java.util.regex.Pattern;

/** The national pupil number: ten digits, often with zeros at the beginning. */
public final class Nisn {

    public static final String INVALID = "NISN_INVALID";

    /** Separates the tokens of pupil numbers from those of NIKs. */
    private static final String TOKEN_PURPOSE = "NISN";

    private static final int DIGITS = 10;
    private static final Pattern WHOLE = Pattern.compile("\\d{10}");
    private static final Pattern WITHOUT_ZEROS = Pattern.compile("[1-9]\\d{6,8}");
    private static final Pattern NUMERIC_CELL =
            Pattern.compile("\\d+[.,]\\d+|\\d([.,]\\d+)?[eE]\\+?\\d{1,3}");

    private Nisn() {}

    public static NisnCheck check(String raw) {
        String text = WrittenDigits.normalise(raw);
        if (text.isEmpty() || text.equals("-")) {
            return new NisnCheck.NotStated();
        }
        if (WHOLE.matcher(text).matches()) {
            return new NisnCheck.Valid(text);
        }
        if (WITHOUT_ZEROS.matcher(text).matches()) {
            return new NisnCheck.Shortened(whole(text));
        }
        return new NisnCheck.Refused(
                NUMERIC_CELL.matcher(text).matches()
                        ? "10 digits, column formatted as text"
                        : "10 digits");
    }

    /** The token under which services recognise a pupil; lists may have dropped the first zeros. */
    public static String tokenOf(String digits, NikTokens tokens) {
        return tokens.tokenOf(whole(digits), TOKEN_PURPOSE);
    }

    private static String whole(String digits) {
        return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }
}
