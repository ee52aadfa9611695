package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.report.ReportLines.Chunk;
import id.pkh.disbursement.report.ReportLines.ReportLine;
import id.pkh.disbursement.report.domain.BankReasons;
import id.pkh.disbursement.report.domain.BankStatus;
import id.pkh.disbursement.report.domain.ReportRule;
import id.pkh.disbursement.report.domain.ReportTotals;
import id.pkh.disbursement.report.domain.ReportTotals.Fault;
import id.pkh.disbursement.report.file.ReportParts;
import id.pkh.disbursement.report.file.ReportParts.Block;
import id.pkh.disbursement.report.file.ReportParts.Group;
import id.pkh.disbursement.report.file.ReportParts.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Stores the lines of a report chunk by chunk as they are read, and adds up their totals. */
final class ReportLineWriter implements ReportParts.Listener {

    private static final String BLOCKS_DISAGREE = "BLOCKS_DISAGREE";
    private static final String SEVERAL = "SEVERAL";
    private static final String ONE = "ONE";
    private static final int MAX_CODE_CHARS = 35;

    /** The report that has begun, and the batch that it responds to; null for a notification. */
    record Begun(UUID reportId, Batch batch) {}

    private final ReportLines reportLines;
    private final BankReasons reasons;
    private final int linesOfChunk;
    private final Function<Group, Begun> begin;
    private final List<ReportLine> waiting = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private Begun begun;

    /** Null in a notification, whose totals are compared with itself alone. */
    private ReportTotals totals;

    private Group group;
    private Block block;
    private boolean blocksDisagree;
    private boolean movesAll;
    private Fault stated;
    private int lines;

    ReportLineWriter(
            ReportLines reportLines,
            BankReasons reasons,
            int linesOfChunk,
            Function<Group, Begun> begin) {
        this.reportLines = reportLines;
        this.reasons = reasons;
        this.linesOfChunk = linesOfChunk;
        this.begin = begin;
    }

    @Override
    public void group(Group one) {
        begun = begin.apply(one);
        group = one;
        if (begun.batch() != null) {
            totals =
                    new ReportTotals(
                            begun.batch().figures().payments(),
                            begun.batch().figures().amountIdr());
            totals.group(one.original(), one.totals());
        }
    }

    @Override
    public void line(ReportParts.ParsedLine one) {
        lines = one.lineNo();
        if (totals != null) {
            totals.line(one.status(), one.amount());
        }
        waiting.add(
                new ReportLine(
                        one.lineNo(),
                        cut(one.instructionRef()),
                        cut(one.endToEndRef()),
                        cut(one.status()),
                        one.reason(),
                        one.reasonText(),
                        one.amount(),
                        cut(one.bankRef()),
                        one.booking()));
        if (waiting.size() >= linesOfChunk) {
            flush();
        }
    }

    /** A payment file has one block, so all blocks of a report are about it. */
    @Override
    public void block(Block one) {
        totals.block(one.original(), one.totals());
        blocksDisagree |= block != null && !Objects.equals(block.status(), one.status());
        block = block == null ? one : block;
    }

    @Override
    public void statement(Statement one) {
        statements.add(one);
    }

    @Override
    public void fault(Fault one) {
        stated = one;
    }

    /** If the report has no lines, the status of the whole file applies to every transaction. */
    void end() {
        flush();
        if (totals == null || lines > 0 || fault().isPresent()) {
            return;
        }
        boolean byBlock = block != null && block.status() != null;
        String status = cut(byBlock ? block.status() : group.status());
        String reason = byBlock ? block.reason() : group.reason();
        String text = byBlock ? block.reasonText() : group.reasonText();
        if (BankStatus.leavesToLines(status)) {
            return;
        }
        boolean isForEach =
                BankStatus.speaksForAll(status)
                        && (!status.equals(BankStatus.REJECTED)
                                || ReportRule.refusesAll(reason, reasons));
        if (isForEach) {
            movesAll = BankStatus.movesMoney(status);
            lines =
                    reportLines.addChunksForEach(
                            begun.reportId(),
                            begun.batch().batchId(),
                            status,
                            reason,
                            text,
                            linesOfChunk);
        } else {
            lines = 1;
            waiting.add(ReportLine.ofFile(status, reason, text));
            flush();
        }
    }

    void flush() {
        if (!waiting.isEmpty()) {
            reportLines.addChunk(begun.reportId(), new Chunk(List.copyOf(waiting)));
            waiting.clear();
        }
    }

    /** If no line is listed, it must be clear for which instructions a status is. */
    Optional<Fault> fault() {
        if (totals == null) {
            return Optional.ofNullable(stated);
        }
        return blocksDisagree && lines == 0
                ? Optional.of(new Fault(BLOCKS_DISAGREE, SEVERAL, ONE))
                : totals.fault();
    }

    /** Whether it has no lines, and credits or refuses all payments of the file. */
    boolean movesAll() {
        return movesAll;
    }

    boolean hasBegun() {
        return begun != null;
    }

    UUID reportId() {
        return begun.reportId();
    }

    /** The message id of the batch, or the bank's own of a notification. */
    String about() {
        return begun.batch() == null ? group.messageId() : begun.batch().messageId();
    }

    List<Statement> statements() {
        return statements;
    }

    Batch batch() {
        return begun.batch();
    }

    int lines() {
        return lines;
    }

    /** No reference of this service is longer, so the rest is not stored. */
    private static String cut(String text) {
        return text == null || text.length() <= MAX_CODE_CHARS
                ? text
                : text.substring(0, MAX_CODE_CHARS);
    }
}
