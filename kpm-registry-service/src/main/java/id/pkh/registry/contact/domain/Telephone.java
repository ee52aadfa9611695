package id.pkh.registry.contact.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number of Indonesia in the form of E.164, {@code +6281234567890}. Other countries and
 * numbers that cost extra (0809) are refused: the programme sends messages to people in the
 * country.
 */
public record Telephone(String e164) {

    public static final String EXPECTED = "an Indonesian number, 0812... or +62812...";

    private static final Pattern SEPARATORS = Pattern.compile("[ ().\\u00A0-]");
    private static final Pattern INDONESIAN = Pattern.compile("\\+62(?!809)[2-9][0-9]{7,11}");

    /** Reads a number as people write it. */
    public static Optional<Telephone> read(String written) {
        String digits = SEPARATORS.matcher(written).replaceAll("");
        if (digits.startsWith("0") && !digits.startsWith("00")) {
            digits = "+62" + digits.substring(1);
        } else if (digits.startsWith("62")) {
            digits = "+" + digits;
        } else if (digits.startsWith("8")) {
            // a spreadsheet took the zero away
            digits = "+62" + digits;
        }
        return INDONESIAN.matcher(digits).matches()
                ? Optional.of(new Telephone(digits))
                : Optional.empty();
    }

    /** The digits, as they are stored; with a plus before them they are the number. */
    public String digits() {
        return e164.substring(1);
    }

    public static String ofDigits(String digits) {
        return "+" + digits;
    }

    /** A record would show the number. */
    @Override
    public String toString() {
        return "Telephone";
    }
}
