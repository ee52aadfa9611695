package id.pkh.disbursement.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.batch.domain.MessageId;
import id.pkh.disbursement.report.Answers.Named;
import id.pkh.disbursement.report.Lanes.Lane;
import id.pkh.disbursement.report.Reports.Line;
import id.pkh.disbursement.report.domain.ReportedAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final List<Named> NAMED =
            IntStream.range(0, 8)
                    .mapToObj(i -> new Named(id(100 + i), id(200 + i), id(300 + i)))
                    .toList();

    @Test
    void linesOfDifferentInstructionsFillOneLaneAfterTheOther() {
        List<Line> lines = IntStream.range(0, 5).mapToObj(i -> payment(i + 1, i)).toList();

        List<Lane> lanes = Lanes.of(lines, NAMED, 2);

        assertThat(numbers(lanes)).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
        assertThat(lanes.get(1).named()).containsExactly(NAMED.get(2), NAMED.get(3));
    }

    @Test
    void linesOfOneInstructionStayTogetherInTheirOrderHoweverTheyNameIt() {
        List<Line> lines =
                List.of(
                        payment(1, 0),
                        payment(2, 1),
                        instruction(3, 0),
                        payment(4, 2),
                        payment(5, 0),
                        instruction(6, 2));

        assertThat(numbers(Lanes.of(lines, NAMED, 2)))
                .containsExactly(List.of(1, 2, 3, 5), List.of(4, 6));
    }

    @Test
    void aLineThatNamesNothingOrTwoThingsIsInOneLaneThatKnowsBoth() {
        List<Line> lines =
                List.of(
                        payment(1, 0),
                        line(2, null, null),
                        line(3, reference(7, 7), reference(6, 6)),
                        line(
                                4,
                                MessageId.reference(NAMED.get(1).instructionId()),
                                payment(9, 0).endToEndRef()));

        List<Lane> lanes = Lanes.of(lines, NAMED, 2);

        assertThat(numbers(lanes)).containsExactly(List.of(1, 2, 4), List.of(3));
        assertThat(lanes.get(0).named()).containsExactly(NAMED.get(0), NAMED.get(1));
        assertThat(lanes.get(1).named()).isEmpty();
    }

    private static List<List<Integer>> numbers(List<Lane> lanes) {
        List<List<Integer>> numbers = new ArrayList<>();
        lanes.forEach(lane -> numbers.add(lane.lines().stream().map(Line::lineNo).toList()));
        return numbers;
    }

    private static Line payment(int lineNo, int number) {
        return line(lineNo, null, MessageId.reference(NAMED.get(number).paymentId()));
    }

    private static Line instruction(int lineNo, int number) {
        return line(lineNo, MessageId.reference(NAMED.get(number).instructionId()), null);
    }

    private static Line line(int lineNo, String instructionRef, String endToEndRef) {
        return new Line(
                lineNo,
                instructionRef,
                endToEndRef,
                "ACCC",
                null,
                ReportedAmount.NOT_GIVEN,
                null,
                null,
                null);
    }

    private static String reference(long high, long low) {
        return MessageId.reference(new UUID(high, low));
    }

    private static UUID id(long number) {
        return new UUID(0, number);
    }
}
