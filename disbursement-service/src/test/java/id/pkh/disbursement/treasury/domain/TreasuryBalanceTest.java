package id.pkh.disbursement.treasury.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be sent and corrected, by the tables of the rules page. */
class TreasuryBalanceTest {

    static List<List<String>> sendings() {
        return RuleTable.rows(
                "payments.md",
                "documents",
                "received",
                "sent",
                "refused by the bank",
                "file",
                "result");
    }

    static List<List<String>> corrections() {
        return RuleTable.rows("payments.md", "received", "sent", "former", "corrected", "result");
    }

    @ParameterizedTest
    @MethodSource("sendings")
    void aFileIsSentAsThePageSays(List<String> row) {
        TreasuryBalance balance =
                new TreasuryBalance(
                        "BRI",
                        number(row.get(0)),
                        number(row.get(1)),
                        number(row.get(2)) - number(row.get(3)));
        assertThat(balance.sendingRefusal(number(row.get(4))).orElse("sent")).isEqualTo(row.get(5));
    }

    @ParameterizedTest
    @MethodSource("corrections")
    void aDocumentIsCorrectedAsThePageSays(List<String> row) {
        TreasuryBalance balance =
                new TreasuryBalance("BRI", 1, number(row.get(0)), number(row.get(1)));
        assertThat(
                        balance.correctionRefusal(number(row.get(2)), number(row.get(3)))
                                .orElse("corrected"))
                .isEqualTo(row.get(4));
    }

    private static long number(String cell) {
        return Long.parseLong(cell);
    }
}
