package id.pkh.disbursement.report.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Keeps the first and the last bytes that were read, so that a file that was cut off can be
 * distinguished from a file that was never valid. The parser's message cannot be used for this,
 * because it depends on the language of the machine.
 */
final class TailCapturingInputStream extends FilterInputStream {

    private static final int TAIL_BYTES = 256;
    private static final int HEAD_BYTES = 4;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final Pattern ROOT_END =
            Pattern.compile("</([A-Za-z_][\\w.-]*:)?Document\\s*>\\s*(<!--[^>]*-->\\s*)?$");

    private final byte[] tail = new byte[TAIL_BYTES];
    private final byte[] head = new byte[HEAD_BYTES];
    private int kept;
    private int begun;
    private long bytes;
    private long padding;
    private IOException failure;

    TailCapturingInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(target, offset, length);
        } catch (IOException broken) {
            failure = broken;
            throw broken;
        }
        if (read > 0) {
            keep(target, offset, read);
        }
        return read;
    }

    private void keep(byte[] source, int offset, int length) {
        for (int i = 0; begun < HEAD_BYTES && i < length; i++) {
            head[begun++] = source[offset + i];
        }
        bytes += length;
        int fill = 0;
        while (fill < length && isPadding(source[offset + length - 1 - fill])) {
            fill++;
        }
        padding = fill == length ? padding + fill : fill;
        int fresh = Math.min(length, TAIL_BYTES);
        int old = Math.min(kept, TAIL_BYTES - fresh);
        System.arraycopy(tail, kept - old, tail, 0, old);
        System.arraycopy(source, offset + length - fresh, tail, old, fresh);
        kept = old + fresh;
    }

    private static boolean isPadding(byte one) {
        return one == 0 || one == 0x1a || one == ' ' || one == '\r' || one == '\n' || one == '\t';
    }

    /** Passes on that the file itself could not be read. */
    void requireRead() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** Reads the rest, and returns whether the root element is closed at the end. */
    boolean endsWithRoot() throws IOException {
        drain();
        return ROOT_END.matcher(new String(tail, 0, kept, StandardCharsets.ISO_8859_1)).find();
    }

    /**
     * Reads the rest, and returns whether nothing follows this place but what fills a record of a
     * fixed length.
     */
    boolean isPaddingFrom(long offset) throws IOException {
        drain();
        return offset >= 0 && padding >= bytes - offset;
    }

    private void drain() throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        while (read(buffer, 0, buffer.length) >= 0) {
            // only the end is needed
        }
    }

    /** The kind of file that begins like this; null where it may be XML. */
    String otherKind() {
        int first = begun > 0 ? head[0] & 0xff : 0;
        int second = begun > 1 ? head[1] & 0xff : 0;
        return switch (first) {
            case 0x1f -> second == 0x8b ? "GZIP" : "OTHER";
            case 'P' -> second == 'K' ? "ZIP" : "OTHER";
            case 0x89 -> second == 'P' ? "PNG" : "OTHER";
            case '%' -> second == 'P' ? "PDF" : "OTHER";
            case '{', '[' -> "JSON";
            case '<', ' ', '\t', '\r', '\n', 0xef, 0xfe, 0xff, 0 -> null;
            default -> "OTHER";
        };
    }
}
