package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.batch.domain.Batch.Figures;
import id.pkh.disbursement.batch.domain.BatchKind;
import id.pkh.disbursement.batch.domain.BatchStatus;
import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.money.Instruction;
import id.pkh.disbursement.money.InstructionStatuses;
import id.pkh.disbursement.money.StatusChange;
import id.pkh.disbursement.money.StatusChangeSource;
import id.pkh.disbursement.report.JudgedLines.LineException;
import id.pkh.disbursement.report.ReportLines.Chunk;
import id.pkh.disbursement.report.ReportLines.JudgedLine;
import id.pkh.disbursement.report.ReportLines.ReportLine;
import id.pkh.disbursement.report.domain.BankReasons;
import id.pkh.disbursement.report.domain.LineOutcome;
import id.pkh.disbursement.report.domain.ReportedAmount;
import id.pkh.disbursement.report.file.ReportParts.Group;
import id.pkh.disbursement.report.file.ReportReader;
import id.pkh.disbursement.report.file.UnreadableReport;
import id.pkh.disbursement.support.ReasonsOfThePage;
import id.pkh.platform.security.AreaScope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Reads a report and applies its rules to a batch in memory, as the service does with a database.
 */
final class PlayedReport {

    static final String MESSAGE = "PKH-2026T2-BRI-001";
    static final long AMOUNT = 225_000;

    private static final BankReasons REASONS = ReasonsOfThePage.all();
    private static final UUID ID = new UUID(7, 7);

    /**
     * The effect of a file.
     *
     * @param refusal code of the refusal of the whole file; null when it was applied
     * @param moved the payments whose status changed, with the new one
     */
    record Effect(String refusal, Map<UUID, InstructionStatus> moved, List<String> exceptions) {}

    private final List<Instruction> instructions;

    PlayedReport(List<Instruction> instructions) {
        this.instructions = instructions;
    }

    static Instruction sent(UUID instructionId, UUID paymentId) {
        return new Instruction(
                instructionId,
                paymentId,
                UUID.randomUUID(),
                "17.71.08.1001",
                AMOUNT,
                1,
                InstructionStatus.SENT,
                null,
                null);
    }

    Effect play(byte[] file) {
        Kept kept = new Kept(instructions.size());
        ReportLineWriter writer = new ReportLineWriter(kept, REASONS, 5, this::begun);
        try {
            ReportReader.read(new ByteArrayInputStream(file), writer);
            writer.end();
        } catch (UnreadableReport refused) {
            return new Effect(refused.code(), Map.of(), List.of());
        } catch (UnknownBatch refused) {
            return new Effect("REPORT_BATCH_UNKNOWN", Map.of(), List.of());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (writer.fault().isPresent()) {
            return new Effect(writer.fault().get().code(), Map.of(), List.of());
        }
        return applied(kept.lines);
    }

    private Effect applied(List<ReportLine> lines) {
        JudgedLines judged = new JudgedLines(ID, REASONS);
        new MatchLines(new InMemory()).handle(ID, lines).forEach(judged::judge);
        Map<UUID, InstructionStatus> moved = new TreeMap<>();
        judged.changes()
                .forEach(change -> moved.put(change.instruction().paymentId(), change.newStatus()));
        return new Effect(
                null, moved, judged.exceptions().stream().map(PlayedReport::text).toList());
    }

    private static String text(LineException one) {
        return one.judgement().exception() + " " + one.judgement().reason();
    }

    private static final class UnknownBatch extends RuntimeException {}

    private ReportLineWriter.Begun begun(Group group) {
        if (!group.originalMessageId().equals(MESSAGE)) {
            throw new UnknownBatch();
        }
        return new ReportLineWriter.Begun(ID, batch(instructions.size()));
    }

    /** A sent batch with payments of the same amount. */
    static Batch batch(int payments) {
        return new Batch(
                ID,
                ID,
                "2026-T2",
                ID,
                "BRI",
                "BRINIDJA",
                "1",
                "KEMENSOS",
                BatchKind.REGULAR,
                1,
                MESSAGE,
                BatchStatus.SENT,
                List.of("maker"),
                Instant.EPOCH,
                new Figures(payments, payments * AMOUNT, 0, "aa", Instant.EPOCH),
                0,
                null,
                null,
                null,
                null,
                null);
    }

    /** Keeps the lines of one report. */
    private final class Kept implements ReportLines {

        private final List<ReportLine> lines = new ArrayList<>();
        private final int payments;

        private Kept(int payments) {
            this.payments = payments;
        }

        @Override
        public void addChunk(UUID reportId, Chunk chunk) {
            lines.addAll(chunk.lines());
        }

        @Override
        public int addChunksForEach(
                UUID reportId,
                UUID batchId,
                String statusCode,
                String reasonCode,
                String reasonText,
                int linesOfChunk) {
            for (int i = 0; i < payments; i++) {
                lines.add(
                        new ReportLine(
                                i + 1,
                                instructions.get(i).instructionId().toString().replace("-", ""),
                                null,
                                statusCode,
                                reasonCode,
                                reasonText,
                                ReportedAmount.NOT_GIVEN,
                                null,
                                null));
            }
            return payments;
        }

        @Override
        public Optional<Chunk> takeChunk(UUID reportId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Integer> chunksAfter(UUID reportId, int line, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long countChunks(UUID reportId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void addLines(UUID reportId, List<JudgedLine> judged) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<JudgedLine> linesAfter(
                UUID reportId, LineOutcome outcome, AreaScope scope, int lineNo, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ReportLine> waitingAfter(UUID reportId, int lineNo, int limit) {
            throw new UnsupportedOperationException();
        }
    }

    private final class InMemory implements InstructionStatuses {

        @Override
        public List<Instruction> byIds(UUID batchId, Collection<UUID> instructionIds) {
            return instructions.stream()
                    .filter(one -> instructionIds.contains(one.instructionId()))
                    .toList();
        }

        @Override
        public List<Instruction> byPayments(UUID batchId, Collection<UUID> paymentIds) {
            return instructions.stream()
                    .filter(one -> paymentIds.contains(one.paymentId()))
                    .toList();
        }

        @Override
        public void lockBatch(UUID batchId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Instruction> onLines(UUID batchId, int firstLine, int lastLine) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Integer> unansweredLines(UUID batchId, int afterLine, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void change(List<StatusChange> changes, StatusChangeSource source) {
            throw new UnsupportedOperationException();
        }
    }
}
