package id.pkh.platform.files;

import id.pkh.platform.web.Refused;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Checks a whole XLSX archive before it is passed to the reader: inflates every entry and counts
 * its bytes, checks names and checksums, and scans the XML for content that would make the reader
 * use all memory. It uses the same ZIP and XML parsers as the reader, so both see the same archive.
 * After this check a workbook is either readable to its end, or it is refused before any row was
 * applied.
 */
final class XlsxGuard {

    /** The facts about the archive that the reader needs. */
    record Findings(boolean rowsAreNumbered, boolean hasStyles) {}

    private static final long RATIO_APPLIES_FROM_BYTES = 1 << 20;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final TabularLimits limits;
    private final XlsxPartScan scan;
    private long inflatedBytes;

    private XlsxGuard(TabularLimits limits) {
        this.limits = limits;
        this.scan = new XlsxPartScan(limits);
    }

    static Findings check(Path path, TabularLimits limits) {
        try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
            return new XlsxGuard(limits).check(zip);
        } catch (EOFException cut) {
            throw Refused.because(FileRefusals.FILE_TRUNCATED, cut).with("line", 0);
        } catch (IOException noArchive) {
            throw Refused.because(FileRefusals.FILE_TRUNCATED, noArchive).with("line", 0);
        }
    }

    private Findings check(ZipFile zip) throws IOException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > limits.maxArchiveEntries()) {
            throw unsafe("entries");
        }
        checkNames(entries);
        for (ZipArchiveEntry entry : entries) {
            inflate(zip, entry);
        }
        scan.finish();
        return new Findings(scan.rowsAreNumbered(), scan.hasStyles());
    }

    private static void checkNames(List<ZipArchiveEntry> entries) {
        Set<String> names = new HashSet<>();
        boolean contentTypes = false;
        for (ZipArchiveEntry entry : entries) {
            String name = entry.getName().replace('\\', '/');
            if (name.startsWith("/") || name.contains("../") || name.matches("[A-Za-z]:.*")) {
                throw unsafe("entry name");
            }
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw unsafe("entry twice");
            }
            if (name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
                throw Refused.because(FileRefusals.FILE_HAS_MACROS);
            }
            contentTypes |= name.equals("[Content_Types].xml");
        }
        boolean workbook = names.stream().anyMatch(name -> name.startsWith("xl/"));
        if (!contentTypes || !workbook) {
            throw FileKind.unknown("ZIP");
        }
    }

    private void inflate(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw Refused.because(FileRefusals.FILE_PASSWORD_PROTECTED);
        }
        if (entry.getMethod() != ZipArchiveEntry.DEFLATED
                && entry.getMethod() != ZipArchiveEntry.STORED) {
            throw unsafe("compression method");
        }
        CRC32 crc = new CRC32();
        try (InputStream in = new Counted(zip.getInputStream(entry), entry, crc)) {
            scan.part(entry.getName(), in);
            in.transferTo(OutputStream.nullOutputStream());
        }
        if (entry.getCrc() >= 0 && crc.getValue() != entry.getCrc()) {
            throw Refused.because(FileRefusals.FILE_UNREADABLE).with("line", 0);
        }
    }

    static Refused unsafe(String what) {
        return Refused.because(FileRefusals.FILE_UNSAFE).with("found", what);
    }

    /** Counts the inflated bytes, in this entry and in all entries, and stops at a limit. */
    private final class Counted extends InputStream {

        private final InputStream in;
        private final ZipArchiveEntry entry;
        private final CRC32 crc;
        private long entryBytes;

        Counted(InputStream in, ZipArchiveEntry entry, CRC32 crc) {
            this.in = in;
            this.entry = entry;
            this.crc = crc;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = in.read(target, offset, Math.min(length, BUFFER_BYTES));
            if (read > 0) {
                crc.update(target, offset, read);
                entryBytes += read;
                inflatedBytes += read;
                refuseBomb();
            }
            return read;
        }

        private void refuseBomb() {
            if (inflatedBytes > limits.maxInflatedBytes()) {
                throw unsafe("inflated size");
            }
            long packed = Math.max(1, entry.getCompressedSize());
            if (entryBytes > RATIO_APPLIES_FROM_BYTES
                    && entryBytes / packed > limits.maxInflationRatio()) {
                throw unsafe("inflation ratio");
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
