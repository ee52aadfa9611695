package id.pkh.disbursement.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.report.domain.ReportTotals.Fault;
import id.pkh.disbursement.report.domain.ReportTotals.Original;
import id.pkh.disbursement.report.domain.ReportTotals.StatusTotal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTotalsTest {

    private static final Original NONE = new Original(null, ReportedAmount.NOT_GIVEN);

    /** Ten payments of 100 rupiah were sent. */
    private final ReportTotals totals = new ReportTotals(10, 1_000);

    private static Original original(String count, String sum) {
        return new Original(
                count, sum == null ? ReportedAmount.NOT_GIVEN : ReportedAmount.total(sum));
    }

    /** Totals in the form {@code ACSC 8, RJCT 2}. */
    private static List<StatusTotal> perStatus(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(one -> one.split(" "))
                .map(one -> new StatusTotal(one[0], one[1]))
                .toList();
    }

    private void lines(String statuses) {
        Arrays.stream(statuses.split(" "))
                .filter(status -> !status.isEmpty())
                .forEach(status -> totals.line(status, new ReportedAmount(100L, null)));
    }

    private String fault() {
        return totals.fault().map(Fault::code).orElse("-");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            delimiter = '|',
            textBlock =
                    """
                    # count          | sum     | per status       | lines     | fault
                    10               | 1000.00 | ACCC 2           | ACCC ACCC | -
                    null             | null    | ''               | ACCC      | -
                    0000000010       | null    | ACCC 000002      | ACCC ACCC | -
                    9                | null    | ''               | ACCC      | COUNT_NOT_SENT
                    11               | null    | ''               | ACCC      | COUNT_NOT_SENT
                    ten              | null    | ''               | ACCC      | COUNT_NOT_SENT
                    -10              | null    | ''               | ACCC      | COUNT_NOT_SENT
                    10.0             | null    | ''               | ACCC      | COUNT_NOT_SENT
                    9999999999999999999999 | null | ''            | ACCC      | COUNT_NOT_SENT
                    10               | 1000.01 | ''               | ACCC      | SUM_NOT_SENT
                    10               | 999     | ''               | ACCC      | SUM_NOT_SENT
                    10               | null    | ACSC 9, RJCT 1   | RJCT      | -
                    10               | null    | ACSC 9, RJCT 2   | RJCT      | COUNT_NOT_OF_LINES
                    10               | null    | ACSC 9, RJCT 0   | RJCT      | COUNT_NOT_OF_LINES
                    10               | null    | ACSC 9, RJCT one | RJCT      | COUNT_NOT_OF_LINES
                    10               | null    | ACSC 10, RJCT 1  | RJCT      | COUNT_NOT_SENT
                    10               | null    | ACSC 9, RJCT 1   | ''        | -
                    """)
    void theTotalsOfTheFileAreThoseOfTheBatchAndOfTheListedLines(
            String count, String sum, String perStatus, String listed, String fault) {
        totals.group(original(count, sum), perStatus(perStatus));
        lines(listed);
        totals.block(NONE, List.of());

        assertThat(fault()).isEqualTo(fault);
    }

    @Test
    void aFaultStatesWhatWasFoundAndWhatIsRight() {
        totals.group(original("009", null), List.of());

        assertThat(totals.fault()).contains(new Fault("COUNT_NOT_SENT", "9", "10"));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 1000, 10, 1000, -",
        "2,  200,  1,  100,  -",
        "7,  700,  3,  300,  -",
        "7,  1000, 3,  1000, -",
        "7,  700,  4,  300,  COUNT_NOT_SENT",
        "7,  700,  3,  301,  SUM_NOT_SENT"
    })
    void twoBlocksHaveTheTotalsOfTheFileOfTheirPartsOrOfTheirLines(
            String count, String sum, String otherCount, String otherSum, String fault) {
        lines("ACSC ACSC");
        totals.block(original(count, sum), perStatus("ACSC 2"));
        lines("RJCT");
        totals.block(original(otherCount, otherSum), perStatus("RJCT 1"));

        assertThat(fault()).isEqualTo(fault);
    }

    @Test
    void eachBlockIsComparedWithItsOwnLines() {
        lines("ACSC ACSC");
        totals.block(NONE, perStatus("ACSC 2"));
        lines("ACSC");
        totals.block(NONE, perStatus("ACSC 2"));

        assertThat(fault()).isEqualTo("COUNT_NOT_OF_LINES");
    }

    @Test
    void oneBlockHasTheTotalsOfTheFile() {
        lines("ACSC ACSC");
        totals.block(original("2", "200"), List.of());

        assertThat(fault()).isEqualTo("COUNT_NOT_SENT");
    }
}
