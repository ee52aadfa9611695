package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.batch.domain.MessageId;
import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.disbursement.money.Instruction;
import id.pkh.disbursement.money.InstructionStatuses;
import id.pkh.disbursement.money.StatusChange;
import id.pkh.disbursement.money.StatusChangeSource;
import id.pkh.disbursement.report.MatchLines.MatchedLine;
import id.pkh.disbursement.report.ReportLines.ReportLine;
import id.pkh.disbursement.report.domain.ReportRule;
import id.pkh.disbursement.report.domain.ReportedAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchLinesTest {

    private static final int INSTRUCTIONS = 500;
    private static final UUID BATCH = new UUID(9, 9);

    /** Instruction n has the ids (1, n) and (2, n), and an amount of n rupiah. */
    private static final class Batch implements InstructionStatuses {

        private int paymentsLookedUp;

        @Override
        public List<Instruction> byIds(UUID batchId, Collection<UUID> instructionIds) {
            return IntStream.rangeClosed(1, INSTRUCTIONS)
                    .mapToObj(Batch::instruction)
                    .filter(one -> instructionIds.contains(one.instructionId()))
                    .toList();
        }

        @Override
        public List<Instruction> byPayments(UUID batchId, Collection<UUID> paymentIds) {
            paymentsLookedUp += paymentIds.size();
            return IntStream.rangeClosed(1, INSTRUCTIONS)
                    .mapToObj(Batch::instruction)
                    .filter(one -> paymentIds.contains(one.paymentId()))
                    .toList();
        }

        private static Instruction instruction(int n) {
            return new Instruction(
                    new UUID(1, n),
                    new UUID(2, n),
                    new UUID(3, n),
                    "17.71.08.1001",
                    n,
                    1,
                    InstructionStatus.SENT,
                    null,
                    null);
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

    private final Batch batch = new Batch();
    private final MatchLines matchLines = new MatchLines(batch);

    private static ReportLine line(Integer instruction, Integer payment, Integer amount) {
        return new ReportLine(
                1,
                instruction == null ? null : MessageId.reference(new UUID(1, instruction)),
                payment == null ? null : MessageId.reference(new UUID(2, payment)),
                "ACCC",
                null,
                null,
                amount == null
                        ? ReportedAmount.NOT_GIVEN
                        : new ReportedAmount(amount.longValue(), null),
                null,
                null);
    }

    private static List<ReportLine> exact(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(n -> line(n, n, n)).toList();
    }

    private static List<String> instructions(List<MatchedLine> matched) {
        return matched.stream()
                .map(
                        one ->
                                one.isMatched()
                                        ? Long.toString(one.instruction().amountIdr())
                                        : one.mismatch())
                .toList();
    }

    @Test
    void aReportWithBothReferencesNeedsOneQueryOnly() {
        List<MatchedLine> matched = matchLines.handle(BATCH, exact(1, 100));

        assertThat(instructions(matched))
                .isEqualTo(IntStream.rangeClosed(1, 100).mapToObj(Integer::toString).toList());
        assertThat(batch.paymentsLookedUp).isZero();
    }

    @Test
    void aRepeatedAMissingAndAnUnknownLineDoNotAffectTheOthers() {
        List<ReportLine> lines = new ArrayList<>(exact(1, 10));
        lines.set(3, line(3, 3, 3));
        lines.set(6, line(9_007, 9_007, 7));
        lines.remove(8);

        assertThat(instructions(matchLines.handle(BATCH, lines)))
                .containsExactly(
                        "1", "2", "3", "3", "5", "6", ReportRule.NO_SUCH_REFERENCE, "8", "10");
        assertThat(batch.paymentsLookedUp).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void linesInAnyOrderAreMatched(long seed) {
        List<Integer> order =
                new ArrayList<>(IntStream.rangeClosed(1, INSTRUCTIONS).boxed().toList());
        Collections.shuffle(order, new Random(seed));

        assertThat(
                        instructions(
                                matchLines.handle(
                                        BATCH, order.stream().map(n -> line(n, n, n)).toList())))
                .isEqualTo(order.stream().map(n -> Integer.toString(n)).toList());
    }

    @Test
    void oneReferenceIsSufficient() {
        assertThat(
                        instructions(
                                matchLines.handle(
                                        BATCH,
                                        List.of(
                                                line(1, 1, 1),
                                                line(2, 2, 3),
                                                line(3, 3, null),
                                                line(4, null, 4),
                                                line(null, 5, 5)))))
                .containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void bothReferencesMustNameTheSameInstruction() {
        assertThat(
                        instructions(
                                matchLines.handle(
                                        BATCH,
                                        List.of(
                                                line(1, 2, 1),
                                                line(9_001, 3, 3),
                                                line(4, 9_004, 4),
                                                line(9_005, 9_006, 5),
                                                line(null, null, 6)))))
                .containsExactly(
                        ReportRule.REFERENCES_DISAGREE,
                        ReportRule.REFERENCES_DISAGREE,
                        ReportRule.REFERENCES_DISAGREE,
                        ReportRule.NO_SUCH_REFERENCE,
                        ReportRule.NO_SUCH_REFERENCE);
    }

    /** A reference in another spelling is matched, and is stored as the bank wrote it. */
    @Test
    void aReferenceInCapitalsIsMatchedAndStoredAsWritten() {
        ReportLine line = line(171, 171, 171);
        ReportLine capitals =
                new ReportLine(
                        1,
                        line.instructionRef().toUpperCase(Locale.ROOT),
                        line.endToEndRef().toUpperCase(Locale.ROOT),
                        "ACCC",
                        null,
                        null,
                        line.amount(),
                        null,
                        null);

        MatchedLine matched = matchLines.handle(BATCH, List.of(capitals)).get(0);

        assertThat(matched.line()).isEqualTo(capitals);
        assertThat(matched.instruction().amountIdr()).isEqualTo(171);
    }
}
