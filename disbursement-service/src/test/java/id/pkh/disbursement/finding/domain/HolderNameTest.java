package id.pkh.disbursement.finding.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The names and the kinds of the page. */
class HolderNameTest {

    private static final String PAGE = "payments.md";

    static List<List<String>> names() {
        return RuleTable.rows(PAGE, "credited", "caretaker", "name");
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameIsComparedAsThePageSays(List<String> row) {
        String credited = row.get(0).equals("none") ? null : row.get(0);
        assertThat(HolderName.of(credited, row.get(1))).hasToString(row.get(2));
    }

    /** Which of two names comes first makes no difference, apart from one that is not known. */
    @ParameterizedTest
    @MethodSource("names")
    void theOrderMakesNoDifference(List<String> row) {
        if (!row.get(2).equals("NOT_KNOWN")) {
            assertThat(HolderName.of(row.get(1), row.get(0))).hasToString(row.get(2));
        }
    }

    @Test
    void theKindsAreThoseOfThePage() {
        assertThat(Arrays.stream(BatchFindingKind.values()).map(Enum::name))
                .containsExactlyElementsOf(
                        RuleTable.rows(PAGE, "finding", "found when").stream()
                                .map(row -> row.get(0))
                                .toList());
    }
}
