package id.pkh.platform.security;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of an account, as files state it. What a spreadsheet has made of it is read only if no
 * digit can be lost: it keeps fifteen digits of a number, and shows fewer. Zeros in front may be
 * gone, so numbers are compared without them. The words are those for a NIK.
 */
public final class AccountNumber {

    public static final String LENGTH = "ACCOUNT_LENGTH";
    public static final String NOT_DIGITS = "ACCOUNT_NOT_DIGITS";
    public static final String NUMERIC_CELL = "ACCOUNT_NUMERIC_CELL";

    private static final int LEAST_DIGITS = 5;
    private static final int MOST_DIGITS = 34;
    private static final int EXACT_DIGITS = 15;
    private static final Pattern GROUPS = Pattern.compile("\\d+([ .\u2019'-]\\d+)*");
    private static final Pattern NUMBER = Pattern.compile("([1-9]\\d*)[.,]0{1,2}");

    /** One point between digits is that of a number. */
    private static final Pattern FRACTION = Pattern.compile("\\d+\\.\\d+");

    private AccountNumber() {}

    public static AccountCheck check(String raw) {
        String text = WrittenDigits.normalise(raw);
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            return exact(number.group(1), number.group(1).length());
        }
        Matcher scientific = WrittenDigits.SCIENTIFIC.matcher(text);
        if (scientific.matches()) {
            return exact(scientific);
        }
        if (FRACTION.matcher(text).matches() || !GROUPS.matcher(text).matches()) {
            return new AccountCheck.Refused(
                    NOT_DIGITS, WrittenDigits.only("digits, nothing else", text));
        }
        return ofLength(text.replaceAll("\\D", ""));
    }

    /** All digits are written only if there are as many as the exponent states. */
    private static AccountCheck exact(Matcher scientific) {
        String fraction = scientific.group(2) == null ? "" : scientific.group(2);
        return exact(scientific.group(1) + fraction, Integer.parseInt(scientific.group(3)) + 1);
    }

    private static AccountCheck exact(String digits, int length) {
        return digits.length() == length && length <= EXACT_DIGITS
                ? ofLength(digits)
                : new AccountCheck.Refused(NUMERIC_CELL, WrittenDigits.AS_TEXT);
    }

    private static AccountCheck ofLength(String digits) {
        return digits.length() >= LEAST_DIGITS && digits.length() <= MOST_DIGITS
                ? new AccountCheck.Valid(digits)
                : new AccountCheck.Refused(LENGTH, "5 to 34 digits");
    }
}
