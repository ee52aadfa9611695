package id.pkh.disbursement.report.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Keeps the last bytes that were read, so that a file that was cut off can be distinguished from a
 * file that was never valid. The parser's message cannot be used for this, because it depends on
 * the language of the machine.
 */
final class TailCapturingInputStream extends FilterInputStream {

    private static final int TAIL_BYTES = 256;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final Pattern ROOT_END =
            Pattern.compile("</([A-Za-z_][\\w.-]*:)?Document\\s*>\\s*(<!--[^>]*-->\\s*)?$");

    private final byte[] tail = new byte[TAIL_BYTES];
    private int kept;

    TailCapturingInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            keep(new byte[] {(byte) read}, 0, 1);
        }
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            keep(target, offset, read);
        }
        return read;
    }

    private void keep(byte[] source, int offset, int length) {
        int fresh = Math.min(length, TAIL_BYTES);
        int old = Math.min(kept, TAIL_BYTES - fresh);
        System.arraycopy(tail, kept - old, tail, 0, old);
        System.arraycopy(source, offset + length - fresh, tail, old, fresh);
        kept = old + fresh;
    }

    /** Reads the rest, and returns whether the root element is closed at the end. */
    boolean endsWithRoot() throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        while (read(buffer, 0, buffer.length) >= 0) {
            // only the end is needed
        }
        return ROOT_END.matcher(new String(tail, 0, kept, StandardCharsets.ISO_8859_1)).find();
    }
}
