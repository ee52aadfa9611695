package id.pkh.platform.files;

import id.pkh.platform.security.Mask;

/**
 * Why a row of a file was not applied. The value is stored only as far as it helps to find the
 * cell. It is masked in every column, because a name or a number can stand in any of them when a
 * column has slipped.
 */
public record RowRefusal(
        int line, String column, String maskedValue, String code, String expected) {

    private static final int MAX_VALUE_CHARS = 60;

    /** A refusal that shows the form of the cell's value, see {@link Mask#text}. */
    public static RowRefusal of(int line, String column, String raw, String code, String expected) {
        String text = raw == null ? "" : raw.strip();
        String cut = text.length() > MAX_VALUE_CHARS ? text.substring(0, MAX_VALUE_CHARS) : text;
        return new RowRefusal(line, column, Mask.text(cut), code, expected);
    }

    /** A refusal that shows nothing of the cell: for names, addresses and whole rows. */
    public static RowRefusal withoutValue(int line, String column, String code, String expected) {
        return new RowRefusal(line, column, "", code, expected);
    }
}
