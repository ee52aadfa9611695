package id.pkh.registry.imports;

import id.pkh.platform.files.Columns;
import id.pkh.platform.files.FileReceipts;
import id.pkh.platform.files.FileReceipts.TriedFile;
import id.pkh.platform.files.FileResult;
import id.pkh.platform.files.FileRun;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.Row;
import id.pkh.platform.files.TabularFile;
import id.pkh.platform.files.TabularLimits;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.RegistryConfig;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.intake.UniqueViolations;
import id.pkh.registry.roster.InitialRosters;
import id.pkh.registry.roster.PermittedAreas;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Imports a list. Each row is accepted or refused by itself; the rows are written in chunks.
 * Imports run in parallel, and an import waits for another only if both name the same families or
 * numbers.
 */
@ApplicationScoped
class ImportFile {

    private static final Logger LOG = Logger.getLogger(ImportFile.class);
    static final TabularLimits LIMITS = TabularLimits.defaults().withMaxRows(2_000_000);

    /** A trial holds its locks to its end, so it has to end soon. */
    static final int TRIAL_ROWS = 20_000;

    private static final TabularLimits TRIAL_LIMITS =
            TabularLimits.defaults().withMaxRows(TRIAL_ROWS + 1);

    private static final int ROWS_BETWEEN_REPORTS = 20_000;
    private static final int MAX_ATTEMPTS = 10;

    /** Tables grow during an import. A cached plan for small tables would scan the large ones. */
    private static final String PLAN_AFRESH = "SET LOCAL plan_cache_mode = force_custom_plan";

    /** The same list may have been sent before it was permitted, so it has a receipt of its own. */
    private static final String INITIAL_ROSTER = "initial-roster";

    private final FileReceipts receipts;
    private final InitialRosters rosters;
    private final Database database;
    private final Caller caller;
    private final Clock clock;
    private final int chunkRows;

    ImportFile(
            FileReceipts receipts,
            InitialRosters rosters,
            Database database,
            Caller caller,
            Clock clock,
            RegistryConfig config) {
        this.receipts = receipts;
        this.rosters = rosters;
        this.database = database;
        this.caller = caller;
        this.clock = clock;
        this.chunkRows = config.imports().chunkRows();
    }

    <D> FileResult handle(RowImport<D> kind, ReceivedUpload upload) {
        boolean isRoster = isRoster(kind, upload);
        return receipts.onceInChunks(
                isRoster ? INITIAL_ROSTER : kind.kind(),
                upload,
                run -> apply(kind, run, LIMITS, isRoster, MAX_ATTEMPTS));
    }

    /**
     * What the list would do. The whole list is one transaction that is taken back; another change
     * of the same numbers meanwhile ends it, and it begins once more.
     */
    <D> TriedFile trial(RowImport<D> kind, ReceivedUpload upload) {
        boolean isRoster = isRoster(kind, upload);
        for (int attempt = 1; ; attempt++) {
            try {
                return receipts.tried(
                        kind.kind(), upload, run -> apply(kind, run, TRIAL_LIMITS, isRoster, 1));
            } catch (RuntimeException failed) {
                if (attempt == MAX_ATTEMPTS || !UniqueViolations.isTakenMeanwhile(failed)) {
                    throw failed;
                }
            }
        }
    }

    private boolean isRoster(RowImport<?> kind, ReceivedUpload upload) {
        return kind.canBeInitialRoster()
                && rosters.arePermitted(upload.sha256Hex(), caller.subject());
    }

    private <D> FileResult apply(
            RowImport<D> kind, FileRun run, TabularLimits limits, boolean isRoster, int attempts) {
        String subject = caller.subject();
        AreaScope areas = caller.areas();
        try (TabularFile file = TabularFile.open(run.upload(), limits)) {
            Iterator<Row> rows = file.rows();
            Columns columns = columnsOf(rows, kind);
            PermittedAreas roster =
                    isRoster
                            ? rosters.use(run.upload().sha256Hex(), subject, run.fileId())
                            : PermittedAreas.NONE;
            apply(kind, rows, columns, run, new Chunk.Sender(subject, areas, roster), attempts);
            return run.result();
        }
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
            Chunk.Sender sender,
            int attempts) {
        SeenIdentifiers seen = new SeenIdentifiers();
        long doneUpToLine = run.resumeAfterLine();
        List<NamedRow> pending = new ArrayList<>(chunkRows);
        long done = 0;
        while (rows.hasNext()) {
            NamedRow row = new NamedRow(columns, rows.next());
            if (row.line() <= doneUpToLine) {
                remember(kind, row, seen);
                continue;
            }
            pending.add(row);
            if (pending.size() == chunkRows || !rows.hasNext()) {
                applyChunk(kind, pending, run, sender, seen, attempts);
                done += pending.size();
                pending.clear();
                if (done % ROWS_BETWEEN_REPORTS < chunkRows) {
                    LOG.infof("import of %s %s: %d rows", kind.kind(), run.fileId(), done);
                }
            }
        }
    }

    /**
     * Registers the numbers of a row that an earlier attempt has applied, because later rows may
     * repeat them.
     */
    private static <D> void remember(RowImport<D> kind, NamedRow row, SeenIdentifiers seen) {
        FieldReader reader = new FieldReader();
        D draft = kind.read(row, reader);
        if (reader.isClean()) {
            kind.remember(draft, seen);
        }
    }

    /**
     * Applies a chunk in one transaction. Another import or a single change may write the same
     * numbers at the same time. The transaction that loses is rolled back and decides its rows
     * again, based on what the other transaction has committed.
     */
    private <D> void applyChunk(
            RowImport<D> kind,
            List<NamedRow> rows,
            FileRun run,
            Chunk.Sender sender,
            SeenIdentifiers seen,
            int attempts) {
        int lastLine = rows.get(rows.size() - 1).line();
        for (int attempt = 1; ; attempt++) {
            Instant now = clock.instant();
            Chunk chunk = new Chunk(run, sender, seen, now, BusinessDates.on(now));
            try {
                run.chunk(
                        lastLine,
                        () -> {
                            database.update(PLAN_AFRESH, u -> {});
                            run.read(rows.size());
                            apply(kind, rows, chunk);
                        });
                chunk.rememberSeen();
                return;
            } catch (RuntimeException failed) {
                if (attempt == attempts || !UniqueViolations.isTakenMeanwhile(failed)) {
                    throw failed;
                }
                LOG.infof(
                        "import of %s %s: rows up to line %d collided with another change",
                        kind.kind(), run.fileId(), lastLine);
            }
        }
    }

    private static <D> void apply(RowImport<D> kind, List<NamedRow> rows, Chunk chunk) {
        List<ImportLine<D>> lines = new ArrayList<>(rows.size());
        for (NamedRow row : rows) {
            FieldReader reader = new FieldReader();
            D draft = kind.read(row, reader);
            if (reader.isClean()) {
                lines.add(new ImportLine<>(row.line(), draft));
            }
            reader.errors().forEach(error -> chunk.refuse(row.line(), error));
        }
        kind.apply(lines, chunk);
        chunk.close();
    }
}
