package id.pkh.disbursement.snap.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransferStateTest {

    static List<List<String>> rows() {
        return RuleTable.rows(
                "bank-answers.md", "responseCode", "latestTransactionStatus", "the bank says");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isReadAsThePageSays(List<String> row) {
        assertThat(TransferState.of(given(row.get(0)), given(row.get(1))))
                .isEqualTo(TransferState.valueOf(row.get(2)));
    }

    private static String given(String cell) {
        return cell.equals("–") ? null : cell;
    }

    @Test
    void thePageHasEveryState() {
        Set<String> written = rows().stream().map(row -> row.get(2)).collect(Collectors.toSet());

        assertThat(written)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(TransferState.values()).map(Enum::name).toList());
    }
}
