package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.batch.domain.MessageId;
import id.pkh.disbursement.money.domain.InstructionPage;
import id.pkh.disbursement.report.Reports.Line;
import id.pkh.disbursement.report.Reports.NamedLine;
import id.pkh.disbursement.report.domain.ReportedAmount;
import java.nio.ByteBuffer;
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

    private static final int INSTRUCTIONS = 2_100;
    private static final int PAGES = 3;
    private static final UUID BATCH = new UUID(9, 9);

    /** Instruction n has the ids (1, n) and (2, n), and n rupiah. */
    private static final class Batch implements Answers {

        private int lookedUp;
        private int readAhead;

        @Override
        public List<PageNames> names(UUID batchId, int fromPage, int limit) {
            readAhead++;
            return IntStream.range(fromPage, Math.min(PAGES, fromPage + limit))
                    .mapToObj(pageNo -> new PageNames(pageNo, namesOf(pageNo)))
                    .toList();
        }

        private static byte[] namesOf(int pageNo) {
            int first = pageNo * InstructionPage.INSTRUCTIONS + 1;
            int last = Math.min(INSTRUCTIONS, (pageNo + 1) * InstructionPage.INSTRUCTIONS);
            ByteBuffer names = ByteBuffer.allocate((last - first + 1) * 40);
            IntStream.rangeClosed(first, last)
                    .forEach(n -> names.putLong(1).putLong(n).putLong(2).putLong(n).putLong(n));
            return names.array();
        }

        @Override
        public List<Named> named(
                UUID batchId, Collection<UUID> instructionIds, Collection<UUID> paymentIds) {
            lookedUp += Math.max(instructionIds.size(), paymentIds.size());
            return IntStream.rangeClosed(1, INSTRUCTIONS)
                    .mapToObj(Batch::instruction)
                    .filter(
                            one ->
                                    instructionIds.contains(one.instructionId())
                                            || paymentIds.contains(one.paymentId()))
                    .toList();
        }

        @Override
        public List<Instructed> on(UUID batchId, Collection<Integer> lineNos) {
            throw new UnsupportedOperationException();
        }

        private static Named instruction(int n) {
            return new Named(n, new UUID(1, n), new UUID(2, n));
        }
    }

    private final Batch batch = new Batch();
    private final NameLines nameLines = new NameLines(batch, BATCH);

    private static Line line(Integer instruction, Integer payment, Integer amount) {
        return new Line(
                1,
                instruction == null ? null : MessageId.reference(new UUID(1, instruction)),
                payment == null ? null : MessageId.reference(new UUID(2, payment)),
                "ACCC",
                null,
                amount == null
                        ? ReportedAmount.NOT_GIVEN
                        : new ReportedAmount(amount.longValue(), null),
                null);
    }

    private static List<Line> exact(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(n -> line(n, n, n)).toList();
    }

    private static List<Integer> instructions(List<NamedLine> named) {
        return named.stream().map(NamedLine::instruction).toList();
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void anAnswerInTheOrderOfTheQuestionIsNotLookedUp() {
        List<NamedLine> first = nameLines.name(exact(1, 999));
        List<NamedLine> second = nameLines.name(exact(1_000, 2_000));
        List<NamedLine> third = nameLines.name(exact(2_001, INSTRUCTIONS));

        assertThat(instructions(first)).isEqualTo(numbers(1, 999));
        assertThat(instructions(second)).isEqualTo(numbers(1_000, 2_000));
        assertThat(instructions(third)).isEqualTo(numbers(2_001, INSTRUCTIONS));
        assertThat(first).allMatch(NamedLine::exact);
        assertThat(batch.lookedUp).isZero();
    }

    @Test
    void oneSaidTwiceOneLeftOutAndAStrangerDoNotDisturbTheOthers() {
        List<Line> lines = new ArrayList<>(exact(1, 10));
        lines.set(3, line(3, 3, 3));
        lines.set(6, line(9_007, 9_007, 7));
        lines.remove(8);

        List<NamedLine> named = nameLines.name(lines);

        assertThat(instructions(named)).containsExactly(1, 2, 3, 3, 5, 6, 0, 8, 10);
        assertThat(batch.lookedUp).isEqualTo(1);
        assertThat(instructions(nameLines.name(exact(11, 20)))).isEqualTo(numbers(11, 20));
        assertThat(batch.lookedUp).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anAnswerInAnyOrderIsFoundAllTheSame(long seed) {
        List<Integer> order = new ArrayList<>(numbers(1, INSTRUCTIONS));
        Collections.shuffle(order, new Random(seed));
        List<Integer> found = new ArrayList<>();
        for (int from = 0; from < INSTRUCTIONS; from += 100) {
            List<Line> lines =
                    order.subList(from, from + 100).stream().map(n -> line(n, n, n)).toList();
            found.addAll(instructions(nameLines.name(lines)));
        }

        assertThat(found).isEqualTo(order);
        assertThat(batch.readAhead).as("nothing is read ahead for nothing").isLessThan(5);
    }

    @Test
    void onlyALineWithBothReferencesAndTheAmountIsExact() {
        List<NamedLine> named =
                nameLines.name(
                        List.of(
                                line(1, 1, 1),
                                line(2, 2, 3),
                                line(3, 3, null),
                                line(4, null, 4),
                                line(null, 5, 5)));

        assertThat(instructions(named)).containsExactly(1, 2, 3, 4, 5);
        assertThat(named.stream().map(NamedLine::exact))
                .containsExactly(true, false, false, false, false);
    }

    @Test
    void twoReferencesHaveToLeadToTheSame() {
        List<NamedLine> named =
                nameLines.name(
                        List.of(
                                line(1, 2, 1),
                                line(9_001, 3, 3),
                                line(4, 9_004, 4),
                                line(9_005, 9_006, 5),
                                line(null, null, 6)));

        assertThat(instructions(named)).containsExactly(-1, -1, -1, 0, 0);
    }

    /** It is ours, but not as we wrote it: it counts, and is kept as it stands there. */
    @Test
    void aReferenceInCapitalsIsLookedUpAndKept() {
        Line line = line(171, 171, 171);
        Line capitals =
                new Line(
                        1,
                        line.instructionRef().toUpperCase(Locale.ROOT),
                        line.endToEndRef().toUpperCase(Locale.ROOT),
                        "ACCC",
                        null,
                        line.amount(),
                        null);

        NamedLine named = nameLines.name(List.of(capitals)).get(0);

        assertThat(named).isEqualTo(new NamedLine(capitals, 171, false));
    }
}
