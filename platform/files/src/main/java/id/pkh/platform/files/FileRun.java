package id.pkh.platform.files;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One attempt to apply a file: counts, refused rows and, in chunks, the progress. Within {@link
 * FileReceipts#once} everything is one transaction and a chunk is only a loop. Within {@link
 * FileReceipts#onceInChunks} each chunk is a transaction that also stores the counts and the last
 * line, so that after a crash the same bytes are resumed where they stopped.
 */
public final class FileRun {

    /** How a run is stored, and in which transactions its chunks run. */
    interface Recorder {
        void store(FileRun run, long lastLine, List<NumberedRefusal> refusals);

        void inTransaction(Runnable work);
    }

    /** A refusal with its index among the refusals of the file. */
    record NumberedRefusal(int number, RowRefusal refusal) {}

    public static final int SHOWN_REFUSALS = 1000;
    public static final int KEPT_REFUSALS = 100_000;

    private final UUID fileId;
    private final String kind;
    private final ReceivedUpload upload;
    private final Recorder recorder;
    private RunCounts counts;
    private long storedLine;
    private final List<RowRefusal> shown = new ArrayList<>();
    private final List<NumberedRefusal> unstored = new ArrayList<>();

    FileRun(UUID fileId, String kind, ReceivedUpload upload, Recorder recorder, RunCounts counts) {
        this.fileId = fileId;
        this.kind = kind;
        this.upload = upload;
        this.recorder = recorder;
        this.counts = counts;
    }

    /** A run that leaves no receipt: what it applies is no file, or a test has no database. */
    public static FileRun detached(String kind, ReceivedUpload upload) {
        Recorder nowhere =
                new Recorder() {
                    @Override
                    public void store(FileRun run, long lastLine, List<NumberedRefusal> refusals) {
                        run.storedLine = lastLine;
                    }

                    @Override
                    public void inTransaction(Runnable work) {
                        work.run();
                    }
                };
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return new FileRun(id, kind, upload, nowhere, new RunCounts());
    }

    public UUID fileId() {
        return fileId;
    }

    public String kind() {
        return kind;
    }

    public ReceivedUpload upload() {
        return upload;
    }

    /** An earlier attempt has applied all lines up to this one; 0 in the first attempt. */
    public long resumeAfterLine() {
        return storedLine;
    }

    public void read() {
        read(1);
    }

    public void read(long rows) {
        counts.read += rows;
    }

    public void applied() {
        applied(1);
    }

    public void applied(long rows) {
        counts.applied += rows;
    }

    /** Counts a row that repeats facts already recorded. */
    public void unchanged() {
        unchanged(1);
    }

    public void unchanged(long rows) {
        counts.unchanged += rows;
    }

    /** Refuses a row. Several consecutive refusals of one line count as one refused row. */
    public void refuse(RowRefusal refusal) {
        if (refusal.line() != counts.lastRefusedLine) {
            counts.refused++;
            counts.lastRefusedLine = refusal.line();
        }
        report(refusal);
    }

    /**
     * Refuses a part of a row whose other parts count. The row itself is counted as applied or
     * unchanged, and the file is not applied completely.
     */
    public void refusePart(RowRefusal refusal) {
        report(refusal);
    }

    private void report(RowRefusal refusal) {
        counts.refusals++;
        if (shown.size() < SHOWN_REFUSALS) {
            shown.add(refusal);
        }
        if (counts.refusals <= KEPT_REFUSALS) {
            unstored.add(new NumberedRefusal((int) counts.refusals, refusal));
        }
    }

    /**
     * Refuses a row that may be accepted from a sender with other areas. The result is then valid
     * only for senders whose areas lie within those of this one: the same bytes from another sender
     * are applied for that sender.
     */
    public void refuseForAreas(RowRefusal refusal) {
        counts.boundToAreas = true;
        refuse(refusal);
    }

    /**
     * The same bytes may have a further effect when they come from a sender with other areas, even
     * if no row was refused: see {@link #refuseForAreas}.
     */
    public void bindToAreas() {
        counts.boundToAreas = true;
    }

    /**
     * A fact about the whole file for the response, such as the id of the meeting that it created.
     */
    public void detail(String name, String value) {
        counts.details.put(name, value);
    }

    /**
     * Stores the counts and the fact that everything up to {@code lastLine} has been applied. Must
     * be called in the transaction that applied it.
     */
    public void checkpoint(long lastLine) {
        recorder.store(this, lastLine, List.copyOf(unstored));
        storedLine = lastLine;
        unstored.clear();
    }

    /** Runs one chunk with its checkpoint; if it fails, the run keeps its previous state. */
    public void chunk(long lastLine, Runnable work) {
        RunCounts before = counts.copy();
        List<RowRefusal> shownBefore = List.copyOf(shown);
        long lineBefore = storedLine;
        boolean done = false;
        try {
            recorder.inTransaction(
                    () -> {
                        work.run();
                        checkpoint(lastLine);
                    });
            done = true;
        } finally {
            if (!done) {
                counts = before;
                storedLine = lineBefore;
                shown.clear();
                shown.addAll(shownBefore);
                unstored.clear();
            }
        }
    }

    /**
     * Goes through the rows that no earlier attempt has applied, in chunks of up to {@code
     * chunkRows}, and counts them as read. Rows must be in the order of their lines.
     */
    public void eachChunk(Iterator<Row> rows, int chunkRows, Consumer<List<Row>> work) {
        List<Row> chunk = new ArrayList<>(chunkRows);
        while (rows.hasNext()) {
            Row row = rows.next();
            if (row.line() > storedLine) {
                chunk.add(row);
            }
            if (chunk.size() == chunkRows || (!rows.hasNext() && !chunk.isEmpty())) {
                List<Row> full = List.copyOf(chunk);
                chunk.clear();
                chunk(
                        full.get(full.size() - 1).line(),
                        () -> {
                            read(full.size());
                            work.accept(full);
                        });
            }
        }
    }

    /**
     * The result according to the counts: if something was refused and other rows were not, the
     * file is partly applied.
     */
    public FileResult result() {
        String status = FileResult.APPLIED;
        if (counts.refusals > 0) {
            status =
                    counts.applied + counts.unchanged > 0
                            ? FileResult.PARTLY_APPLIED
                            : FileResult.REFUSED;
        }
        return new FileResult(
                fileId,
                kind,
                upload.filename(),
                upload.sha256Hex(),
                status,
                counts.read,
                counts.applied,
                counts.unchanged,
                counts.refused,
                shown,
                counts.refusals > shown.size(),
                counts.details);
    }

    RunCounts counts() {
        return counts;
    }

    List<NumberedRefusal> takeUnstored() {
        List<NumberedRefusal> taken = List.copyOf(unstored);
        unstored.clear();
        return taken;
    }

    void resumeFrom(long line, List<RowRefusal> earlier) {
        storedLine = line;
        shown.addAll(earlier);
    }
}
