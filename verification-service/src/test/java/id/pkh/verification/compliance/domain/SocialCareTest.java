package id.pkh.verification.compliance.domain;

import static id.pkh.verification.compliance.domain.ComplianceFixture.member;
import static id.pkh.verification.compliance.domain.ComplianceFixture.policyOfTheRulePage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.testsupport.RuleTable;
import id.pkh.verification.compliance.domain.ComplianceFixture.Facts;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The social welfare form: the worked cases of {@code docs/rules/commitments.md}. */
class SocialCareTest {

    private static final String NONE_CAME = "none came";
    private static final String NO_VISIT = "no visit";

    static Stream<List<String>> casesOfTheRulePage() {
        return RuleTable.rows(
                "commitments.md",
                "component",
                "answers",
                "social form",
                "health form",
                "result",
                "reason")
                .stream();
    }

    @ParameterizedTest
    @MethodSource("casesOfTheRulePage")
    void a_case_of_the_rule_page(List<String> row) {
        boolean isSocial = row.get(1).equals("SOCIAL");
        CommitmentPolicy policy = isSocial ? socialPolicy() : policyOfTheRulePage();
        Facts facts = member(row.get(0));
        shows(facts, row.get(2));
        shows(facts, row.get(3));
        MemberAssessment assessed =
                ComplianceRule.assess(ComplianceFixture.Q4, List.of(facts.build()), policy)
                        .members()
                        .get(0);
        assertThat(assessed.result()).isEqualTo(CommitmentResult.valueOf(row.get(4)));
        assertThat(assessed.reasons())
                .isEqualTo(row.get(5).equals("–") ? List.of() : List.of(row.get(5)));
    }

    private static void shows(Facts facts, String form) {
        if (form.equals(NONE_CAME)) {
            return;
        }
        for (int month = 1; month <= 12; month++) {
            String text = YearMonth.of(2026, month).toString();
            facts.visits(text, text.equals(form) ? 1 : 0);
        }
        assertThat(form).matches(NO_VISIT + "|2026-\\d\\d");
        for (int quarter = 1; quarter <= 4; quarter++) {
            facts.formCame(VerificationPeriod.quarter(2026, quarter));
        }
    }

    private static CommitmentPolicy socialPolicy() {
        return new CommitmentPolicy(
                "SOCIAL",
                ComplianceFixture.VALID_FROM,
                "a test",
                RuleTable.rows("commitments.md", "component", "answers", "requirement", "period")
                        .stream()
                        .map(
                                row ->
                                        (Commitment)
                                                new SocialCare(
                                                        row.get(0),
                                                        AgeRange.ANY,
                                                        first(row.get(2)),
                                                        first(row.get(3))))
                        .toList());
    }

    private static int first(String words) {
        return Integer.parseInt(words.split(" ")[0]);
    }

    @Test
    void the_form_states_something_whichever_service_answers() {
        assertThat(policyOfTheRulePage().componentsOwedBy(EvidenceKind.SOCIAL)).isEmpty();
        for (CommitmentPolicy policy : List.of(policyOfTheRulePage(), socialPolicy())) {
            assertThat(policy.componentsShownBy(EvidenceKind.SOCIAL))
                    .containsExactlyInAnyOrder("SEVERE_DISABILITY", "ELDERLY");
            assertThat(policy.componentsShownBy(EvidenceKind.HEALTH))
                    .contains("SEVERE_DISABILITY", "ELDERLY");
        }
        assertThat(socialPolicy().componentsOwedBy(EvidenceKind.SOCIAL))
                .containsExactlyInAnyOrder("SEVERE_DISABILITY", "ELDERLY");
        assertThat(socialPolicy().componentsOwedBy(EvidenceKind.HEALTH)).isEmpty();
        assertThat(socialPolicy().evidenceOf("ELDERLY")).isEqualTo(EvidenceKind.SOCIAL);
        assertThat(policyOfTheRulePage().evidenceOf("ELDERLY")).isEqualTo(EvidenceKind.HEALTH);
        assertThat(policyOfTheRulePage().evidenceOf("SOMETHING_NEW")).isNull();
    }

    @Test
    void obliges_to_something_within_a_window_of_the_year() {
        assertThatThrownBy(() -> new SocialCare("ELDERLY", AgeRange.ANY, 0, 12))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SocialCare("ELDERLY", AgeRange.ANY, 1, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
