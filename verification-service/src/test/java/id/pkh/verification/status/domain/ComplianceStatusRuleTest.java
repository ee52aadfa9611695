package id.pkh.verification.status.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import id.pkh.verification.compliance.domain.CommitmentResult;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule against the table of {@code docs/rules/status.md}. */
class ComplianceStatusRuleTest {

    static List<List<String>> rows() {
        return RuleTable.rows(
                "status.md", "suspension", "warning or proposal", "reminder", "quarter", "status");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void the_first_column_that_applies_counts(List<String> row) {
        String result = row.get(3);
        assertThat(
                        ComplianceStatusRule.of(
                                new ComplianceStatusFacts(
                                        row.get(0).equals("in effect"),
                                        row.get(1).equals("active"),
                                        row.get(2).equals("active"),
                                        result.equals("not assessed")
                                                ? null
                                                : CommitmentResult.valueOf(result))))
                .hasToString(row.get(4));
    }

    @Test
    void every_status_is_in_the_table() {
        Set<String> shown = new HashSet<>();
        rows().forEach(row -> shown.add(row.get(4)));
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ComplianceStatus.values()).map(Enum::name).toList());
    }
}
