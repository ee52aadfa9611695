package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.money.Instruction;
import id.pkh.disbursement.report.ReportLines.ReportLine;
import id.pkh.disbursement.report.SentAttempts.SentAttempt;
import id.pkh.disbursement.report.domain.BookingRule.Posted;
import id.pkh.disbursement.report.domain.ReportTotals.Fault;
import id.pkh.disbursement.report.file.ReportParts.Block;
import id.pkh.disbursement.report.file.ReportParts.Group;
import id.pkh.disbursement.report.file.ReportParts.Listener;
import id.pkh.disbursement.report.file.ReportParts.ParsedLine;
import id.pkh.disbursement.report.file.UnreadableReport;
import id.pkh.disbursement.support.ReasonsOfThePage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/** Applies what a file states about payments of any batch in memory. */
final class PlayedBookings {

    static final UUID BATCH = new UUID(7, 7);

    /** Reads one file. */
    interface Reading {
        void into(Listener listener) throws UnreadableReport, IOException;
    }

    private final List<SentAttempt> attempts;

    PlayedBookings(List<SentAttempt> attempts) {
        this.attempts = attempts;
    }

    static SentAttempt attempt(InstructionStatus status, String account, Posted credit) {
        return new SentAttempt(
                new Instruction(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "17.71.08.1001",
                        PlayedReport.AMOUNT,
                        1,
                        status,
                        null,
                        null),
                BATCH,
                account,
                credit,
                null);
    }

    String payment(int n) {
        return attempts.get(n).instruction().paymentId().toString();
    }

    /** The payments that the file moves, with their new statuses; nothing when it is refused. */
    Map<UUID, InstructionStatus> play(Reading file) {
        List<ReportLine> lines = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        try {
            file.into(collecting(lines, faults));
        } catch (UnreadableReport refused) {
            return Map.of();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Map<UUID, Batch> batches = Map.of(BATCH, PlayedReport.batch(attempts.size()));
        KnownAttempts named = new KnownAttempts(batches);
        JudgedBookings judged =
                new JudgedBookings(BATCH, batches, named, Map.of(), ReasonsOfThePage.all());
        var matched =
                MatchLines.match(
                        lines.stream().map(JudgedBookings::withOwnReferences).toList(),
                        ids -> named.named(known(ids, true)),
                        ids -> named.ofPayments(known(ids, false)));
        IntStream.range(0, lines.size()).forEach(i -> judged.judge(matched.get(i), lines.get(i)));
        return faults.isEmpty() ? moved(judged) : Map.of();
    }

    private static Map<UUID, InstructionStatus> moved(JudgedBookings judged) {
        Map<UUID, InstructionStatus> moved = new TreeMap<>();
        judged.byBatch()
                .values()
                .forEach(
                        one ->
                                one.changes.forEach(
                                        change ->
                                                moved.put(
                                                        change.instruction().paymentId(),
                                                        change.newStatus())));
        return moved;
    }

    private List<SentAttempt> known(Set<UUID> ids, boolean instructions) {
        return attempts.stream()
                .filter(
                        one ->
                                ids.contains(
                                        instructions
                                                ? one.instruction().instructionId()
                                                : one.instruction().paymentId()))
                .toList();
    }

    static Listener collecting(List<ReportLine> lines, List<Fault> faults) {
        return new Listener() {
            @Override
            public void group(Group group) {}

            @Override
            public void line(ParsedLine one) {
                lines.add(
                        new ReportLine(
                                one.lineNo(),
                                one.instructionRef(),
                                one.endToEndRef(),
                                one.status(),
                                one.reason(),
                                one.reasonText(),
                                one.amount(),
                                one.bankRef(),
                                one.booking()));
            }

            @Override
            public void block(Block block) {}

            @Override
            public void fault(Fault fault) {
                faults.add(fault);
            }
        };
    }
}
