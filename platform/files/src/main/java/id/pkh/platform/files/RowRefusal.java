package id.pkh.platform.files;

import id.pkh.platform.security.Mask;
import java.util.regex.Pattern;

/**
 * Why a row of a file was not applied. The value is stored only as far as it helps to find the
 * cell: long numbers are masked, and callers must not pass names and addresses.
 */
public record RowRefusal(
        int line, String column, String maskedValue, String code, String expected) {

    private static final int MAX_VALUE_CHARS = 60;
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{6,}");

    /** A refusal that shows the cell's value, with every sequence of six or more digits masked. */
    public static RowRefusal of(int line, String column, String raw, String code, String expected) {
        String text = raw == null ? "" : raw.strip();
        String cut = text.length() > MAX_VALUE_CHARS ? text.substring(0, MAX_VALUE_CHARS) : text;
        String masked = LONG_NUMBER.matcher(cut).replaceAll(m -> Mask.digits(m.group()));
        return new RowRefusal(line, column, masked, code, expected);
    }

    /** A refusal that shows nothing of the cell: for names, addresses and whole rows. */
    public static RowRefusal withoutValue(int line, String column, String code, String expected) {
        return new RowRefusal(line, column, "", code, expected);
    }
}
