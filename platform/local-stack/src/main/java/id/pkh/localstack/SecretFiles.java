package id.pkh.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** Files that only their owner may read. */
public final class SecretFiles {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNER_ONLY_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private SecretFiles() {}

    /**
     * The content of the file. If the file does not exist, {@code fresh} generates the content,
     * which is then stored.
     */
    static String readOrCreate(Path path, Supplier<String> fresh) {
        try {
            if (!Files.exists(path)) {
                write(path, fresh.get());
            }
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write " + path, e);
        }
    }

    /** Writes the file and replaces its content. */
    public static void replace(Path path, String content) {
        try {
            write(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    private static void write(Path path, String content) throws IOException {
        Path directory = path.toAbsolutePath().getParent();
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, OWNER_ONLY_DIRECTORY);
        }
        Path draft = Files.createTempFile(directory, ".new", null, OWNER_ONLY);
        Files.write(draft, content.getBytes(StandardCharsets.UTF_8));
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }
}
