package id.pkh.platform.messaging.outbox;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes many rows into the outbox with a binary COPY. A payload is sent as its own bytes, and no
 * row is bound, parsed or planned. The table assigns ids and times, in the order of the rows.
 */
final class OutboxCopy {

    private static final String COPY =
            "COPY outbox (shard, topic, event_key, event_id, event_type, sequence, correlation_id,"
                    + " causation_id, traceparent, extra_headers, payload) FROM STDIN (FORMAT BINARY)";
    private static final int COLUMNS = 11;
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
    };
    private static final int NO_FLAGS = 0;
    private static final int NO_EXTENSION = 0;
    private static final int END = -1;
    private static final int NULL = -1;
    private static final int UUID_BYTES = 16;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(2 * BUFFER_BYTES);
    private final DataOutputStream out = new DataOutputStream(waiting);
    private final CopyIn copy;

    private OutboxCopy(CopyIn copy) {
        this.copy = copy;
    }

    /** Appends the rows to the transaction of the connection; returns how many. */
    static long append(Connection connection, List<OutboxRow> rows) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            new OutboxCopy(copy).write(rows);
        } catch (IOException never) {
            throw new UncheckedIOException("memory could not be written", never);
        }
        return copy.endCopy();
    }

    private void write(List<OutboxRow> rows) throws IOException, SQLException {
        out.write(SIGNATURE);
        out.writeInt(NO_FLAGS);
        out.writeInt(NO_EXTENSION);
        for (OutboxRow row : rows) {
            write(row);
            if (waiting.size() >= BUFFER_BYTES) {
                send();
            }
        }
        out.writeShort(END);
        send();
    }

    private void write(OutboxRow row) throws IOException {
        out.writeShort(COLUMNS);
        out.writeInt(Short.BYTES);
        out.writeShort(Outbox.shardOf(row.key()));
        text(row.topic());
        text(row.key());
        out.writeInt(UUID_BYTES);
        out.writeLong(row.eventId().getMostSignificantBits());
        out.writeLong(row.eventId().getLeastSignificantBits());
        text(row.type());
        out.writeInt(Long.BYTES);
        out.writeLong(row.sequence());
        text(row.causation().correlationId());
        text(row.causation().causationId());
        text(row.causation().traceparent());
        text(row.extraHeaders());
        bytes(row.payload());
    }

    private void text(String value) throws IOException {
        bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(byte[] value) throws IOException {
        if (value == null) {
            out.writeInt(NULL);
            return;
        }
        out.writeInt(value.length);
        out.write(value);
    }

    private void send() throws SQLException {
        byte[] bytes = waiting.toByteArray();
        copy.writeToCopy(bytes, 0, bytes.length);
        waiting.reset();
    }
}
