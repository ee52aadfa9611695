package id.pkh.disbursement.profile.file;

import id.pkh.disbursement.profile.domain.ProfileContent;
import id.pkh.disbursement.profile.domain.ProfileFormat;
import id.pkh.platform.files.CsvDialect;
import id.pkh.platform.files.Row;
import id.pkh.platform.files.TabularFile;
import id.pkh.platform.files.TabularLimits;
import id.pkh.platform.web.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a bank's file one row at a time. */
public final class ProfileFile {

    private static final int HEAD_BYTES = 512;
    private static final String PACKED = "PK\u0003\u0004";

    /** With these begins XML, a message of SWIFT, or JSON; no table does. */
    private static final String OTHER_STARTS = "<:{[";

    private ProfileFile() {}

    /** The format of a file that may be a table, by how it begins. */
    public static Optional<ProfileFormat> formatOf(Path file) throws IOException {
        String head;
        try (InputStream in = Files.newInputStream(file)) {
            head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
        }
        if (head.startsWith(PACKED)) {
            return Optional.of(ProfileFormat.XLSX);
        }
        String text = head.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading();
        boolean isText =
                text.chars().allMatch(c -> c >= ' ' || c == '\t' || c == '\r' || c == '\n');
        return text.isEmpty() || !isText || OTHER_STARTS.indexOf(text.charAt(0)) >= 0
                ? Optional.empty()
                : Optional.of(ProfileFormat.CSV);
    }

    /** Calls the reader for each row below the header; blank rows are left out. */
    public static void read(
            Path file, ProfileContent content, TabularLimits limits, Consumer<ReadRow> reader) {
        try (TabularFile table = TabularFile.open(file, limits, dialectOf(content))) {
            if (!table.kind().equals(content.format().name())) {
                throw Refused.because("PROFILE_OF_OTHER_FORMAT")
                        .with("found", table.kind())
                        .with("expected", content.format().name());
            }
            Iterator<Row> rows = table.rows();
            List<Row> header = new ArrayList<>();
            while (header.size() < content.headerRows() && rows.hasNext()) {
                header.add(rows.next());
            }
            ProfileRowReader lines =
                    new ProfileRowReader(content, ProfileColumns.of(content, header));
            rows.forEachRemaining(row -> reader.accept(lines.read(row)));
        }
    }

    private static CsvDialect dialectOf(ProfileContent content) {
        return content.encoding() == null
                ? null
                : new CsvDialect(
                        Charset.forName(content.encoding().charset()),
                        content.separator().charAt(0),
                        content.quote().charAt(0));
    }
}
