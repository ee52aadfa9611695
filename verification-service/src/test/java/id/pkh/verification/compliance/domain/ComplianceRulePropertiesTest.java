package id.pkh.verification.compliance.domain;

import static id.pkh.verification.compliance.domain.ComplianceFixture.policyOfTheRulePage;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What need not be read, because the rule does not look at it. Facts come from a seeded random, so
 * that a failure repeats.
 */
class ComplianceRulePropertiesTest {

    private static final int PEOPLE = 2_000;
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final List<VerificationPeriod> QUARTERS =
            IntStream.rangeClosed(1, 4).mapToObj(q -> VerificationPeriod.quarter(2026, q)).toList();

    private final CommitmentPolicy policy = policyOfTheRulePage();

    @ParameterizedTest
    @ValueSource(
            strings = {"SD", "EARLY_CHILD", "PREGNANT_POSTPARTUM", "SEVERE_DISABILITY", "ELDERLY"})
    void forms_that_came_change_nothing_unless_evidence_is_missing(String component) {
        Random random = new Random(component.hashCode());
        for (int i = 0; i < PEOPLE; i++) {
            MemberFacts facts = somebody(component, random);
            for (VerificationPeriod quarter : QUARTERS) {
                if (!ComplianceRule.dependsOnForms(quarter, facts, policy)) {
                    assertThat(assess(quarter, facts.with(someQuarters(random))))
                            .isEqualTo(assess(quarter, facts));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SD", "EARLY_CHILD", "PREGNANT_POSTPARTUM", "SEVERE_DISABILITY", "ELDERLY"})
    void evidence_before_the_first_month_behind_a_quarter_changes_nothing(String component) {
        Random random = new Random(component.hashCode());
        for (int i = 0; i < PEOPLE; i++) {
            MemberFacts facts = somebody(component, random);
            for (VerificationPeriod quarter : QUARTERS) {
                YearMonth first =
                        policy.firstMonthBehind(component, quarter)
                                .orElse(quarter.lastMonth().plusMonths(1));
                assertThat(assess(quarter, from(first, facts))).isEqualTo(assess(quarter, facts));
            }
        }
    }

    private FamilyAssessment assess(VerificationPeriod quarter, MemberFacts facts) {
        return ComplianceRule.assess(quarter, List.of(facts), policy);
    }

    private static MemberFacts somebody(String component, Random random) {
        Map<YearMonth, List<MonthEvidence>> evidence = new HashMap<>();
        for (int i = 0; i < 12; i++) {
            if (random.nextInt(6) > 0) {
                evidence.put(JANUARY.plusMonths(i), List.of(entry(component, random)));
            }
        }
        return new MemberFacts(
                new MemberComponent(new UUID(0, 1), component),
                random.nextInt(20) == 0
                        ? null
                        : YearMonth.of(2018 + random.nextInt(8), 1 + random.nextInt(12)),
                LocalDate.of(2025, 6, 1).plusMonths(random.nextInt(12)),
                random.nextInt(5) == 0
                        ? LocalDate.of(2026, 6, 30).plusMonths(random.nextInt(8))
                        : null,
                random.nextInt(10) > 0,
                evidence,
                random.nextInt(4) == 0 ? Set.of(JANUARY.plusMonths(random.nextInt(12))) : Set.of(),
                Set.of());
    }

    private static MonthEvidence entry(String component, Random random) {
        boolean isSchool = component.equals("SD") == random.nextInt(20) > 0;
        return isSchool
                ? new SchoolMonth(random.nextInt(6), 0, 0, 20 * random.nextInt(2))
                : random.nextInt(10) == 0
                        ? HealthMonth.CLOSED
                        : HealthMonth.visits(random.nextInt(2));
    }

    private static Set<VerificationPeriod> someQuarters(Random random) {
        return QUARTERS.stream().filter(any -> random.nextBoolean()).collect(Collectors.toSet());
    }

    private static MemberFacts from(YearMonth first, MemberFacts facts) {
        Map<YearMonth, List<MonthEvidence>> kept = new HashMap<>(facts.evidence());
        kept.keySet().removeIf(month -> month.isBefore(first));
        return new MemberFacts(
                facts.member(),
                facts.birthMonth(),
                facts.since(),
                facts.until(),
                facts.isSchoolRecorded(),
                kept,
                facts.exemptMonths(),
                facts.quartersWithForm());
    }
}
