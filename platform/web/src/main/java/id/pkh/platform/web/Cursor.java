package id.pkh.platform.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * A position in an ordered list: the sort values of the last row shown. Callers treat it as opaque,
 * and {@link SignedCursors} binds it to its list on the way out. The checksum finds damage before
 * the values are used.
 */
public final class Cursor {

    private static final int VERSION = 1;
    private static final int MAX_PARTS = 16;
    private static final int MAX_PART_BYTES = 1024;
    private static final int MAX_TEXT_CHARS = 2048;
    private static final int ABSENT = 0xFFFF;

    private final List<String> parts;

    private Cursor(List<String> parts) {
        this.parts = Collections.unmodifiableList(parts);
    }

    /** Encodes sort values (text, numbers, UUIDs, dates; null allowed) in their order. */
    public static String encode(Object... parts) {
        if (parts.length == 0 || parts.length > MAX_PARTS) {
            throw new IllegalArgumentException("a cursor has 1 to " + MAX_PARTS + " parts");
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(VERSION);
            out.writeByte(parts.length);
            for (Object part : parts) {
                writePart(out, part);
            }
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Reads a cursor back, or refuses it with INVALID_CURSOR. */
    public static Cursor decode(String text) {
        if (text == null || text.length() > MAX_TEXT_CHARS) {
            throw refused(null);
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.trim());
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            if (in.readByte() != VERSION) {
                throw refused(null);
            }
            int count = in.readUnsignedByte();
            List<String> parts = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                parts.add(readPart(in));
            }
            int expected = checksum(bytes, bytes.length - Integer.BYTES);
            if (count == 0 || in.readInt() != expected || in.read() != -1) {
                throw refused(null);
            }
            return new Cursor(parts);
        } catch (IllegalArgumentException | IOException damaged) {
            throw refused(damaged);
        }
    }

    public String text(int i) {
        if (i >= parts.size()) {
            throw refused(null);
        }
        return parts.get(i);
    }

    public UUID uuid(int i) {
        try {
            String text = text(i);
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw refused(notAnId);
        }
    }

    public long number(int i) {
        try {
            return Long.parseLong(text(i));
        } catch (NumberFormatException notANumber) {
            throw refused(notANumber);
        }
    }

    public int size() {
        return parts.size();
    }

    private static void writePart(DataOutputStream out, Object part) throws IOException {
        if (part == null) {
            out.writeShort(ABSENT);
            return;
        }
        byte[] utf8 = part.toString().getBytes(StandardCharsets.UTF_8);
        if (utf8.length > MAX_PART_BYTES) {
            throw new IllegalArgumentException("a cursor part has at most 1024 bytes");
        }
        out.writeShort(utf8.length);
        out.write(utf8);
    }

    private static String readPart(DataInputStream in) throws IOException {
        int length = in.readUnsignedShort();
        if (length == ABSENT) {
            return null;
        }
        if (length > MAX_PART_BYTES) {
            throw refused(null);
        }
        byte[] utf8 = new byte[length];
        in.readFully(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private static Refused refused(Throwable cause) {
        return Refused.because(WebRefusals.INVALID_CURSOR, cause);
    }
}
