package id.pkh.registry.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The key of a row as few bytes: a workbook has thousands, and what is encrypted cannot be
 * compressed any more.
 */
final class TokenBytes {

    static final int VERSION = 2;

    private static final int MONTHS = 12;
    private static final int UUID_CHARS = 36;
    private static final boolean IS_UUID = true;

    private TokenBytes() {}

    static byte[] of(RowKey key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(key.sheet());
            write(key.facilitatorId(), out);
            out.writeShort(key.month().getYear() * MONTHS + key.month().getMonthValue() - 1);
            out.writeLong(key.madeAt().getEpochSecond());
            out.writeByte(key.ids().size());
            for (String id : key.ids()) {
                boolean isUuid = isUuid(id);
                out.writeBoolean(isUuid);
                if (isUuid) {
                    write(UUID.fromString(id), out);
                } else {
                    out.writeUTF(id);
                }
            }
            out.writeByte(key.whenMade().size());
            for (Map.Entry<String, String> cell : new TreeMap<>(key.whenMade()).entrySet()) {
                out.writeUTF(cell.getKey());
                out.writeUTF(cell.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The version, which every form has first. */
    static int version(byte[] bytes) {
        return bytes.length == 0 ? 0 : bytes[0];
    }

    static RowKey read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            in.readByte();
            String sheet = in.readUTF();
            UUID facilitator = readUuid(in);
            int month = in.readShort();
            Instant madeAt = Instant.ofEpochSecond(in.readLong());
            List<String> ids = new ArrayList<>();
            for (int left = in.readUnsignedByte(); left > 0; left--) {
                ids.add(in.readBoolean() == IS_UUID ? readUuid(in).toString() : in.readUTF());
            }
            Map<String, String> whenMade = new TreeMap<>();
            for (int left = in.readUnsignedByte(); left > 0; left--) {
                whenMade.put(in.readUTF(), in.readUTF());
            }
            return new RowKey(
                    sheet,
                    facilitator,
                    YearMonth.of(month / MONTHS, month % MONTHS + 1),
                    madeAt,
                    ids,
                    whenMade);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Only what reads back as the same text. */
    private static boolean isUuid(String id) {
        if (id.length() != UUID_CHARS) {
            return false;
        }
        try {
            return UUID.fromString(id).toString().equals(id);
        } catch (IllegalArgumentException text) {
            return false;
        }
    }

    private static void write(UUID id, DataOutputStream out) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID readUuid(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }
}
