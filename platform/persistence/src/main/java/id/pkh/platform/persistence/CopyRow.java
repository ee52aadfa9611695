package id.pkh.platform.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One row for a COPY in text format; the fields are in the order of the columns. */
public final class CopyRow {

    private static final String NULL = "\\N";
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder text;
    private boolean rowBegun;

    CopyRow(StringBuilder text) {
        this.text = text;
    }

    public CopyRow uuid(UUID value) {
        return plain(value == null ? null : value.toString());
    }

    public CopyRow number(long value) {
        next();
        text.append(value);
        return this;
    }

    public CopyRow numberOrNull(Number value) {
        return value == null ? plain(null) : number(value.longValue());
    }

    public CopyRow flag(boolean value) {
        return plain(value ? "t" : "f");
    }

    public CopyRow day(LocalDate value) {
        return plain(value == null ? null : value.toString());
    }

    public CopyRow instant(Instant value) {
        return plain(value == null ? null : value.toString());
    }

    /** The name of a constant. */
    public CopyRow code(Enum<?> value) {
        return plain(value == null ? null : value.name());
    }

    public CopyRow bytes(byte[] value) {
        if (value == null) {
            return plain(null);
        }
        next();
        text.append("\\\\x");
        for (byte b : value) {
            text.append(HEX[(b >> 4) & 0xF]).append(HEX[b & 0xF]);
        }
        return this;
    }

    /** Escapes the text, so that it stays one field of one row. */
    public CopyRow text(String value) {
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

    private CopyRow plain(String value) {
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
