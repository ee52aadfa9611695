package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.report.Reports.Chunk;
import id.pkh.disbursement.report.Reports.Line;
import id.pkh.disbursement.report.Reports.NamedLine;
import id.pkh.disbursement.report.domain.BankStatus;
import id.pkh.disbursement.report.domain.ReportTotals;
import id.pkh.disbursement.report.file.ReportParts;
import id.pkh.disbursement.report.file.ReportParts.Block;
import id.pkh.disbursement.report.file.ReportParts.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Writes the lines of a report away, chunk by chunk, as they are read, and adds up what the report
 * says of them.
 */
final class Staging implements ReportParts.Listener {

    private static final String BLOCKS_DISAGREE = "BLOCKS_DISAGREE";
    private static final int MAX_CODE_CHARS = 35;
    private static final int NAMED_AT_ONCE = 1_000;

    /** The report that has begun, and the batch that it answers. */
    record Begun(UUID reportId, Batch batch) {}

    private final Reports reports;
    private final Answers answers;
    private final int linesOfChunk;
    private final Function<Group, Begun> begin;
    private final List<Line> read = new ArrayList<>();
    private final List<NamedLine> named = new ArrayList<>();
    private Begun begun;
    private NameLines nameLines;
    private ReportTotals totals;
    private Group group;
    private Block block;
    private boolean blocksDisagree;
    private int lines;

    Staging(Reports reports, Answers answers, int linesOfChunk, Function<Group, Begun> begin) {
        this.reports = reports;
        this.answers = answers;
        this.linesOfChunk = linesOfChunk;
        this.begin = begin;
    }

    @Override
    public void group(Group one) {
        begun = begin.apply(one);
        nameLines = new NameLines(answers, begun.batch().batchId());
        group = one;
        totals =
                new ReportTotals(
                        begun.batch().figures().payments(), begun.batch().figures().amountIdr());
        totals.original(one.original());
        totals.claimed(one.totals());
    }

    @Override
    public void line(ReportParts.Line one) {
        lines = one.lineNo();
        totals.line(one.status());
        read.add(
                new Line(
                        one.lineNo(),
                        cut(one.instructionRef()),
                        cut(one.endToEndRef()),
                        cut(one.status()),
                        cut(one.reason()),
                        one.amount(),
                        cut(one.bankRef())));
        if (read.size() >= Math.min(NAMED_AT_ONCE, linesOfChunk)) {
            name();
        }
    }

    /** Our files have one block, so all blocks of an answer speak of it. */
    @Override
    public void block(Block one) {
        totals.original(one.original());
        totals.claimed(one.totals());
        blocksDisagree |=
                block != null
                        && !String.valueOf(block.status()).equals(String.valueOf(one.status()));
        block = block == null ? one : block;
    }

    /** A status of the whole, where there are no lines, is said of every transaction. */
    void end() {
        flush();
        if (lines > 0 || fault().isPresent()) {
            return;
        }
        boolean byBlock = block != null && block.status() != null;
        String status = byBlock ? block.status() : group.status();
        if (BankStatus.speaksForAll(status)) {
            lines =
                    reports.addChunksForEach(
                            begun.reportId(),
                            begun.batch().batchId(),
                            cut(status),
                            cut(byBlock ? block.reason() : group.reason()),
                            linesOfChunk);
        }
    }

    void flush() {
        name();
        write(named.size());
    }

    private void name() {
        named.addAll(nameLines.name(read));
        read.clear();
        if (named.size() >= linesOfChunk) {
            write(lastTurn());
        }
    }

    /**
     * Where the lines last go over to another page of instructions, so that the next chunk has none
     * in common with this one and need not wait for it; in a report of another order, the end.
     */
    private int lastTurn() {
        int earliest = Math.max(1, named.size() - NAMED_AT_ONCE);
        for (int i = named.size() - 1; i >= earliest; i--) {
            if (named.get(i).pageNo() != named.get(i - 1).pageNo()
                    && named.get(i).namesOne()
                    && named.get(i - 1).namesOne()) {
                return i;
            }
        }
        return named.size();
    }

    private void write(int some) {
        if (some > 0) {
            reports.addChunk(begun.reportId(), new Chunk(List.copyOf(named.subList(0, some))));
            named.subList(0, some).clear();
        }
    }

    Optional<String> fault() {
        return blocksDisagree ? Optional.of(BLOCKS_DISAGREE) : totals.fault();
    }

    boolean hasBegun() {
        return begun != null;
    }

    UUID reportId() {
        return begun.reportId();
    }

    Batch batch() {
        return begun.batch();
    }

    int lines() {
        return lines;
    }

    /** What is longer is none of ours, and is not kept. */
    private static String cut(String text) {
        return text == null || text.length() <= MAX_CODE_CHARS
                ? text
                : text.substring(0, MAX_CODE_CHARS);
    }
}
