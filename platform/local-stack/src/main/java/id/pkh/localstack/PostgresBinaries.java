package id.pkh.localstack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL binaries once for each user and version, and returns their directory. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The directory that contains {@code bin/postgres}. */
    static Path unpacked() {
        URL archive = archive();
        Path cache = cache();
        Path home = cache.resolve(nameOf(archive));
        if (Files.isExecutable(home.resolve("bin/postgres"))) {
            return home;
        }
        try (FileChannel lock =
                        FileChannel.open(
                                cache.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var held = JvmWideLock.of(lock)) {
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                Path draft = Files.createTempDirectory(cache, "unpacking");
                unpack(archive, draft);
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
                Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack PostgreSQL into " + cache, e);
        }
    }

    private static URL archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean arm = machine.equals("aarch64") || machine.equals("arm64");
        String resource =
                "postgres-"
                        + (system.contains("mac") ? "darwin" : "linux")
                        + (arm ? "-arm_64" : "-x86_64")
                        + ".txz";
        URL url = PostgresBinaries.class.getClassLoader().getResource(resource);
        if (url == null) {
            url = ClassLoader.getSystemResource(resource);
        }
        if (url == null) {
            throw new IllegalStateException(
                    "no PostgreSQL binaries for "
                            + system
                            + " on "
                            + machine
                            + " ("
                            + resource
                            + " is in no jar on the class path)");
        }
        return url;
    }

    /** The jar's name contains the version. */
    private static String nameOf(URL archive) {
        String url = archive.toString();
        String jar = url.substring(0, url.lastIndexOf('!'));
        return jar.substring(jar.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
    }

    private static Path cache() {
        Path cache =
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "pkh-postgres-" + System.getProperty("user.name"));
        try {
            Files.createDirectories(
                    cache,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwxr-xr-x")));
            if (!Files.getOwner(cache).getName().equals(System.getProperty("user.name"))) {
                throw new FileSystemException(cache.toString(), null, "belongs to another user");
            }
            return cache;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + cache, e);
        }
    }

    private static void unpack(URL archive, Path into) throws IOException {
        try (InputStream raw = archive.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(
                                new XZInputStream(new BufferedInputStream(raw, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                extract(tar, entry, into);
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
            throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new FileSystemException(entry.getName(), null, "leaves the archive");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
