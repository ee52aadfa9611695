package id.pkh.disbursement.bankkey.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a file as they were received.
 *
 * @param sha256 of the bytes, computed while they were received
 */
public record SignedBytes(Path path, byte[] sha256) {

    private static final int BUFFER_BYTES = 64 * 1024;

    /** Takes the bytes of the file, piece by piece. */
    interface Sink {
        void take(byte[] buffer, int length);
    }

    void pass(Sink sink) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sink.take(buffer, read);
            }
        }
    }
}
