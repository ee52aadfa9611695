package id.pkh.disbursement.status.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.situation.domain.Situation;
import id.pkh.testsupport.RuleTable;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words for other systems against the table of {@code docs/rules/status.md}. */
class PaymentProgressTest {

    static List<List<String>> rows() {
        return RuleTable.rows("status.md", "situation", "status for other systems");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_situation_is_told_in_the_words_of_the_page(List<String> row) {
        assertThat(PaymentProgress.of(Situation.valueOf(row.get(0)))).hasToString(row.get(1));
    }

    @Test
    void every_situation_is_in_the_table() {
        assertThat(rows().stream().map(row -> row.get(0)))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Situation.values()).map(Enum::name).toList());
    }
}
