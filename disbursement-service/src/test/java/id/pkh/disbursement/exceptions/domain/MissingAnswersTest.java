package id.pkh.disbursement.exceptions.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a bank is asked about, by the table of the rules page. */
class MissingAnswersTest {

    static List<List<String>> files() {
        return RuleTable.rows(
                "bank-answers.md", "payments of the file", "without a response", "asked about");
    }

    @ParameterizedTest
    @MethodSource("files")
    void aBankIsAskedAboutAFewPaymentsOneByOne(List<String> row) {
        assertThat(
                        MissingAnswers.areAskedOneByOne(
                                Long.parseLong(row.get(1)), Long.parseLong(row.get(0))))
                .isEqualTo(row.get(2).equals("each payment"));
    }
}
