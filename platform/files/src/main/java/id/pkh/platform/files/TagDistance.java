package id.pkh.platform.files;

import java.io.IOException;
import java.io.InputStream;

/**
 * Refuses a part that contains a mebibyte without a tag, because a parser would keep all of it in
 * memory.
 */
final class TagDistance extends InputStream {

    private static final int MAX_DISTANCE_BYTES = 1 << 20;

    private final InputStream in;
    private int distance;

    TagDistance(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        for (int i = offset; i < offset + read; i++) {
            distance = target[i] == '<' ? 0 : distance + 1;
            if (distance > MAX_DISTANCE_BYTES) {
                throw XlsxGuard.unsafe("text length");
            }
        }
        return read;
    }
}
