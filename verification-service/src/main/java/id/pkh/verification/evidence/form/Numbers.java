package id.pkh.verification.evidence.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Numbers as people and spreadsheets write them. */
final class Numbers {

    /** A spreadsheet writes a whole number as 3 or 3.0. */
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,3})(?:[.,]0+)?");

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,12})?)\\s*%?");

    private Numbers() {}

    static OptionalInt whole(String text) {
        var whole = WHOLE.matcher(text);
        return whole.matches()
                ? OptionalInt.of(Integer.parseInt(whole.group(1)))
                : OptionalInt.empty();
    }

    /**
     * The possible meanings of a percentage: {@code 90,91%} is one number; {@code 0.9091} may be a
     * cell formatted as a percentage, for which only the fraction is stored.
     */
    static List<BigDecimal> percents(String text) {
        var percent = PERCENT.matcher(text);
        if (!percent.matches()) {
            return List.of();
        }
        BigDecimal number = new BigDecimal(percent.group(1).replace(',', '.'));
        boolean mayBeFraction = number.compareTo(BigDecimal.ONE) <= 0 && !text.endsWith("%");
        return mayBeFraction ? List.of(number, number.movePointRight(2)) : List.of(number);
    }
}
