package id.pkh.verification.compliance.domain;

import static id.pkh.verification.compliance.domain.ComplianceFixture.member;
import static id.pkh.verification.compliance.domain.ComplianceFixture.schedulesOfTheRulePage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.testsupport.RuleTable;
import id.pkh.verification.compliance.domain.ComplianceFixture.Facts;
import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What has to be done at visits: the worked cases of {@code docs/rules/commitments.md}. */
class CareScheduleTest {

    static Stream<List<String>> casesOfTheRulePage() {
        return RuleTable.rows(
                "commitments.md",
                "component",
                "born",
                "since",
                "quarter",
                "entries",
                "result",
                "reason")
                .stream();
    }

    @ParameterizedTest
    @MethodSource("casesOfTheRulePage")
    void a_case_of_the_rule_page(List<String> row) {
        Facts facts = member(row.get(0)).bornIn(row.get(1)).since(row.get(2));
        for (int year = 2025; year <= 2026; year++) {
            for (int quarter = 1; quarter <= 4; quarter++) {
                facts.formCame(VerificationPeriod.quarter(year, quarter));
            }
        }
        for (String entry : row.get(4).split(", ")) {
            String[] words = entry.split(" ");
            facts.done(
                    words[0],
                    Integer.parseInt(words[1]),
                    Stream.of(words).skip(2).map(Care::valueOf).toArray(Care[]::new));
        }
        MemberAssessment assessed = assess(VerificationPeriod.parse(row.get(3)), facts);
        assertThat(assessed.result()).isEqualTo(CommitmentResult.valueOf(row.get(5)));
        assertThat(assessed.reasons())
                .isEqualTo(row.get(6).equals("–") ? List.of() : List.of(row.get(6)));
    }

    @Test
    void a_form_that_does_not_tell_is_the_facilitators() {
        Facts child = member("EARLY_CHILD").bornIn("2025-08").since("2025-08-01");
        for (String month : List.of("2026-01", "2026-02", "2026-03")) {
            child.visits(month, 1);
        }
        MemberAssessment assessed = assess(ComplianceFixture.Q1, child);
        assertThat(assessed.attribution()).isEqualTo(Attribution.FACILITATOR);
        assertThat(assessed.failedWindows()).containsExactly("2026-01", "2026-02", "2026-03");
    }

    @ParameterizedTest
    @EnumSource(Care.class)
    void nothing_is_done_without_a_visit_but_a_birth_elsewhere(Care care) {
        if (care == Care.OTHER_BIRTH) {
            assertThat(HealthMonth.visits(0, care).countOf(care)).isEqualTo(1);
        } else {
            assertThatThrownBy(() -> HealthMonth.visits(0, care))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(HealthMonth.visits(2, care).countOf(care)).isEqualTo(2);
        assertThat(HealthMonth.visits(2, care).countOf(null)).isEqualTo(2);
    }

    private static MemberAssessment assess(VerificationPeriod quarter, Facts facts) {
        return ComplianceRule.assess(quarter, List.of(facts.build()), schedulesOfTheRulePage())
                .members()
                .get(0);
    }
}
