package id.pkh.district.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The default district as it is committed, so that every run plays the same story even if the
 * generator changes.
 */
public final class SungaiSerut {

    private static final String ARCHIVE = "/districts/sungai-serut.zip";
    private static final LocalDateTime STAMP = LocalDateTime.of(2026, 1, 1, 0, 0);

    private SungaiSerut() {}

    /** Writes the committed files into a folder, which may exist already. */
    public static void unpack(Path folder) throws IOException {
        try (InputStream in = SungaiSerut.class.getResourceAsStream(ARCHIVE)) {
            if (in == null) {
                throw new IOException("no " + ARCHIVE + " on the class path");
            }
            ZipInputStream zip = new ZipInputStream(in);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder.normalize())) {
                    throw new IOException("an entry leaves the folder: " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
    }

    /** Packs a generated folder, with the entries in the order of their names. */
    static void pack(Path folder, Path archive) throws IOException {
        Files.createDirectories(archive.toAbsolutePath().getParent());
        try (Stream<Path> found = Files.walk(folder);
                OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(9);
            List<Path> files = found.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                ZipEntry entry = new ZipEntry(folder.relativize(file).toString());
                entry.setTimeLocal(STAMP);
                zip.putNextEntry(entry);
                zip.write(Files.readAllBytes(file));
                zip.closeEntry();
            }
        }
    }
}
