package id.pkh.disbursement.jdbc;

import java.time.Instant;
import java.util.UUID;

/**
 * Rows on their way into a table by COPY, in its text format; the fields of a row in their order.
 */
public final class CopyRows {

    private static final String NULL = "\\N";

    private final StringBuilder text;
    private boolean rowBegun;

    CopyRows(StringBuilder text) {
        this.text = text;
    }

    public CopyRows uuid(UUID value) {
        return plain(value == null ? null : value.toString());
    }

    public CopyRows number(long value) {
        next();
        text.append(value);
        return this;
    }

    public CopyRows numberOrNull(Long value) {
        return value == null ? plain(null) : number(value);
    }

    public CopyRows instant(Instant value) {
        return plain(value == null ? null : value.toString());
    }

    /** Whatever stands in it, it stays one field of one row. */
    public CopyRows text(String value) {
        if (value == null) {
            return plain(null);
        }
        next();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
        return this;
    }

    void endRow() {
        text.append('\n');
        rowBegun = false;
    }

    private CopyRows plain(String value) {
        next();
        text.append(value == null ? NULL : value);
        return this;
    }

    private void next() {
        if (rowBegun) {
            text.append('\t');
        }
        rowBegun = true;
    }
}
