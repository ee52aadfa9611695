package id.pkh.platform.files;

import id.pkh.platform.web.Refused;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Streams a request body into a temporary file and counts its bytes. If the announced length is
 * above the limit, the request is refused before a byte is read; a body without an announced length
 * is cut off at the limit.
 */
@ApplicationScoped
@Unremovable
public class Uploads {

    private static final int BUFFER_BYTES = 64 * 1024;

    private long maxBytes;
    private Optional<Path> directory;

    protected Uploads() {}

    @Inject
    public Uploads(FilesConfig config) {
        this(config.maxSize(), config.directory());
    }

    /** For uploads with a limit of their own. */
    public Uploads(MemorySize maxSize, Optional<Path> directory) {
        this.maxBytes = maxSize.asLongValue();
        this.directory = directory;
    }

    /** The caller must close the returned upload, which deletes the temporary file. */
    public ReceivedUpload receive(InputStream body, HttpHeaders headers, String filename) {
        refuseAnnouncedLength(headers);
        Path file = null;
        boolean received = false;
        try {
            file = newFile();
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            long bytes = copy(body, file, sha256);
            if (bytes == 0) {
                throw Refused.because(FileRefusals.FILE_EMPTY);
            }
            String hex = HexFormat.of().formatHex(sha256.digest());
            ReceivedUpload upload = new ReceivedUpload(file, hex, bytes, Filenames.safe(filename));
            received = true;
            return upload;
        } catch (IOException broken) {
            throw new UncheckedIOException("an upload was not received", broken);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            if (!received && file != null) {
                deleteQuietly(file);
            }
        }
    }

    private long copy(InputStream body, Path file, MessageDigest sha256) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
                if (bytes > maxBytes) {
                    throw tooLarge();
                }
                sha256.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return bytes;
    }

    private void refuseAnnouncedLength(HttpHeaders headers) {
        String announced = headers == null ? null : headers.getHeaderString("Content-Length");
        try {
            if (announced != null && Long.parseLong(announced.trim()) > maxBytes) {
                throw tooLarge();
            }
        } catch (NumberFormatException malformed) {
            throw Refused.because("INVALID_REQUEST", malformed);
        }
    }

    private Refused tooLarge() {
        return Refused.because(FileRefusals.FILE_TOO_LARGE).with("max_bytes", maxBytes);
    }

    private Path newFile() throws IOException {
        if (directory.isPresent()) {
            Files.createDirectories(directory.get());
            return Files.createTempFile(directory.get(), "pkh-upload-", ".part");
        }
        return Files.createTempFile("pkh-upload-", ".part");
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stuck) {
            Logger.getLogger(Uploads.class)
                    .warnf("a refused upload was not deleted: %s", file.getFileName());
        }
    }
}
