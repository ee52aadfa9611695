package id.pkh.registry.imports;

import id.pkh.platform.files.Columns;
import id.pkh.platform.files.FileReceipts;
import id.pkh.platform.files.FileResult;
import id.pkh.platform.files.FileRun;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.Row;
import id.pkh.platform.files.TabularFile;
import id.pkh.platform.files.TabularLimits;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.intake.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Applies a list, row by row in meaning and chunk by chunk in the database. */
@ApplicationScoped
class ImportFile {

    private static final Logger LOG = Logger.getLogger(ImportFile.class);
    private static final TabularLimits LIMITS = TabularLimits.defaults().withMaxRows(2_000_000);
    private static final int ROWS_BETWEEN_REPORTS = 20_000;

    private final FileReceipts receipts;
    private final ImportLock lock;
    private final Caller caller;
    private final Clock clock;
    private final int chunkRows;

    ImportFile(
            FileReceipts receipts,
            ImportLock lock,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "pkh.registry.imports.chunk.rows", defaultValue = "500")
                    int chunkRows) {
        this.receipts = receipts;
        this.lock = lock;
        this.caller = caller;
        this.clock = clock;
        this.chunkRows = chunkRows;
    }

    <D> FileResult handle(RowImport<D> kind, ReceivedUpload upload) {
        Chunk.Sender sender = new Chunk.Sender(caller.subject(), caller.areas());
        return receipts.onceInChunks(
                kind.kind(),
                upload,
                run -> {
                    try (TabularFile file = TabularFile.open(upload, LIMITS)) {
                        Iterator<Row> rows = file.rows();
                        Columns columns = columnsOf(rows, kind);
                        apply(kind, rows, columns, run, sender);
                        return run.result();
                    }
                });
    }

    private static Columns columnsOf(Iterator<Row> rows, RowImport<?> kind) {
        if (!rows.hasNext()) {
            throw Refused.because("FILE_EMPTY");
        }
        Row header = rows.next();
        return Columns.matching(header, kind.columns())
                .orElseThrow(
                        () ->
                                Refused.because("FILE_HEADER_UNKNOWN")
                                        .with("kind", kind.kind())
                                        .with(
                                                "missing_columns",
                                                Columns.missing(header, kind.columns())));
    }

    private <D> void apply(
            RowImport<D> kind,
            Iterator<Row> rows,
            Columns columns,
            FileRun run,
            Chunk.Sender sender) {
        NumbersSeen seen = new NumbersSeen();
        Iterator<Row> watched = remembering(kind, rows, columns, run.resumeAfterLine(), seen);
        long[] done = {0};
        run.eachChunk(
                watched,
                chunkRows,
                chunkOfRows -> {
                    lock.inTransaction();
                    applyChunk(kind, columns, chunkOfRows, chunk(run, sender, seen));
                    done[0] += chunkOfRows.size();
                    if (done[0] % ROWS_BETWEEN_REPORTS < chunkRows) {
                        LOG.infof("import of %s %s: %d rows", kind.kind(), run.fileId(), done[0]);
                    }
                });
    }

    private Chunk chunk(FileRun run, Chunk.Sender sender, NumbersSeen seen) {
        Instant now = clock.instant();
        return new Chunk(run, sender, seen, now, BusinessDates.on(now));
    }

    private static <D> void applyChunk(
            RowImport<D> kind, Columns columns, List<Row> rows, Chunk chunk) {
        List<Line<D>> lines = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Reading reading = new Reading();
            D draft = kind.read(new Cells(columns, row), reading);
            if (reading.isClean()) {
                lines.add(new Line<>(row.line(), draft));
            }
            reading.defects().forEach(defect -> chunk.refuse(row.line(), defect));
        }
        kind.apply(lines, chunk);
        chunk.close();
    }

    /** The same rows; those that an earlier attempt has done are remembered on the way. */
    private static <D> Iterator<Row> remembering(
            RowImport<D> kind,
            Iterator<Row> rows,
            Columns columns,
            long doneUpToLine,
            NumbersSeen seen) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                Row row = rows.next();
                if (row.line() <= doneUpToLine) {
                    Reading reading = new Reading();
                    D draft = kind.read(new Cells(columns, row), reading);
                    if (reading.isClean()) {
                        kind.remember(draft, seen);
                    }
                }
                return row;
            }
        };
    }
}
