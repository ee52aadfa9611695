package id.pkh.platform.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An upload in a temporary file; closing it deletes the file. */
public record ReceivedUpload(Path path, String sha256Hex, long bytes, String filename)
        implements AutoCloseable {

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException stuck) {
            throw new UncheckedIOException("a temporary upload was not deleted", stuck);
        }
    }
}
