package id.pkh.disbursement.profile.domain;

import java.util.regex.Pattern;

/**
 * How a bank writes amounts. It is never guessed: {@code 1.000} is a thousand in one form and one
 * in another.
 */
public enum NumberForm {
    /** {@code 1.000.000,00} */
    DOT_GROUPS("(\\d+|\\d{1,3}(?:\\.\\d{3})+)(?:,(\\d+))?", ".", "1.000.000,00"),
    /** {@code 1,000,000.00} */
    COMMA_GROUPS("(\\d+|\\d{1,3}(?:,\\d{3})+)(?:\\.(\\d+))?", ",", "1,000,000.00"),
    /** {@code 1000000.00} */
    NO_GROUPS("(\\d+)(?:\\.(\\d+))?", "", "1000000.00");

    public static final String NEGATIVE = "AMOUNT_NEGATIVE";
    public static final String FORMULA_WITHOUT_VALUE = "FORMULA_WITHOUT_VALUE";
    public static final String OTHER_CURRENCY = "OTHER_CURRENCY";
    public static final String TOO_MANY_DECIMALS = "TOO_MANY_DECIMALS";
    public static final String NOT_WHOLE_RUPIAH = "NOT_WHOLE_RUPIAH";
    public static final String TOO_LARGE = "AMOUNT_TOO_LARGE";
    public static final String OTHER_FORM = "AMOUNT_OF_OTHER_FORM";

    private static final int MAX_CHARS = 40;
    private static final int MAX_DIGITS = 15;
    private static final int MAX_DECIMALS = 2;
    private static final Pattern NEGATIVE_NUMBER =
            Pattern.compile("[-\u2212(] *[\\d.,]+ *\\)?|[\\d.,]+ *[-\u2212]");
    private static final Pattern WITH_CURRENCY =
            Pattern.compile("[\\p{L}\\p{Sc}]{1,4}\\.? *[\\d.,]+|[\\d.,]+ *[\\p{L}\\p{Sc}]{1,4}");

    private final Pattern pattern;
    private final String group;
    private final String example;

    NumberForm(String pattern, String group, String example) {
        this.pattern = Pattern.compile(pattern);
        this.group = group;
        this.example = example;
    }

    /** Whole rupiah, or the code of what is wrong. */
    public record ReadAmount(Long idr, String fault) {

        private static ReadAmount wrong(String fault) {
            return new ReadAmount(null, fault);
        }
    }

    /** An amount in this form, as it is shown to whoever sent another. */
    public String example() {
        return example;
    }

    /** The form of what a spreadsheet stores as a number. */
    public static ReadAmount ofNumberCell(String text) {
        return NO_GROUPS.read(text);
    }

    public ReadAmount read(String text) {
        if (text.startsWith("=")) {
            return ReadAmount.wrong(FORMULA_WITHOUT_VALUE);
        }
        if (text.length() > MAX_CHARS) {
            return ReadAmount.wrong(OTHER_FORM);
        }
        var matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return ReadAmount.wrong(faultOf(text));
        }
        String decimals = matcher.group(2) == null ? "" : matcher.group(2);
        if (decimals.length() > MAX_DECIMALS) {
            return ReadAmount.wrong(TOO_MANY_DECIMALS);
        }
        if (!decimals.replace("0", "").isEmpty()) {
            return ReadAmount.wrong(NOT_WHOLE_RUPIAH);
        }
        String digits = matcher.group(1).replace(group, "");
        return digits.length() > MAX_DIGITS
                ? ReadAmount.wrong(TOO_LARGE)
                : new ReadAmount(Long.parseLong(digits), null);
    }

    private static String faultOf(String text) {
        if (NEGATIVE_NUMBER.matcher(text).matches()) {
            return NEGATIVE;
        }
        return WITH_CURRENCY.matcher(text).matches() ? OTHER_CURRENCY : OTHER_FORM;
    }
}
