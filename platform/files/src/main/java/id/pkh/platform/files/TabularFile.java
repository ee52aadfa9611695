package id.pkh.platform.files;

import id.pkh.platform.web.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The rows of an uploaded CSV or XLSX file, streamed. The bytes of the file determine its kind, not
 * its name. Blank rows are left out; row numbers are those that the sender sees. Every fault of the
 * file is reported as a {@link Refused}, when it is opened or, for faults that are found later, by
 * the iterator.
 */
public final class TabularFile implements AutoCloseable {

    private final RowSource source;
    private final TabularLimits limits;

    private TabularFile(RowSource source, TabularLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    public static TabularFile open(ReceivedUpload u, TabularLimits limits) {
        return open(u.path(), limits, null);
    }

    /**
     * Opens a file of a sender with whom its form was agreed.
     *
     * @param dialect the form of a text file; null to find it out
     */
    public static TabularFile open(Path path, TabularLimits limits, CsvDialect dialect) {
        try {
            boolean isArchive = FileKind.of(path) == FileKind.ZIP;
            if (isArchive) {
                XlsxGuard.Findings findings = XlsxGuard.check(path, limits);
                return checked(() -> XlsxRows.open(path, findings, limits), limits);
            }
            CsvFormat format =
                    dialect == null
                            ? CsvFormat.of(path, limits)
                            : CsvFormat.agreed(path, limits, dialect);
            return checked(() -> CsvRows.open(path, format, limits), limits);
        } catch (IOException unreadable) {
            throw Refused.because(FileRefusals.FILE_UNREADABLE, unreadable).with("line", 0);
        }
    }

    private interface Opening {
        RowSource open() throws IOException;
    }

    private static TabularFile checked(Opening opening, TabularLimits limits) throws IOException {
        try (TabularFile trial = new TabularFile(opening.open(), limits)) {
            trial.rows().forEachRemaining(row -> {});
        }
        return new TabularFile(opening.open(), limits);
    }

    /** {@code CSV} or {@code XLSX}. */
    public String kind() {
        return source.kind();
    }

    /** The rows; this can be called once. */
    public Iterator<Row> rows() {
        return new LimitedRows();
    }

    @Override
    public void close() {
        source.close();
    }

    /** Skips blank rows and counts the others. */
    private final class LimitedRows implements Iterator<Row> {

        private Row next;
        private long count;

        @Override
        public boolean hasNext() {
            while (next == null && source.hasNext()) {
                Row row = source.next();
                next = row.isBlank() ? null : row;
            }
            return next != null;
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (++count > limits.maxRows()) {
                throw Refused.because(FileRefusals.FILE_TOO_MANY_ROWS)
                        .with("max_rows", limits.maxRows());
            }
            Row row = next;
            next = null;
            return row;
        }
    }
}
