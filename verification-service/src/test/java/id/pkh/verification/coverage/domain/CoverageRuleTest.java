package id.pkh.verification.coverage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import id.pkh.verification.compliance.domain.AgeRange;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.compliance.domain.HealthMonth;
import id.pkh.verification.compliance.domain.HealthVisits;
import id.pkh.verification.compliance.domain.MemberComponent;
import id.pkh.verification.compliance.domain.MemberFacts;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.compliance.domain.SchoolAttendance;
import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked cases of {@code docs/rules/evidence.md}. */
class CoverageRuleTest {

    private static final VerificationPeriod Q1 = VerificationPeriod.quarter(2026, 1);
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    private static final CommitmentPolicy POLICY =
            new CommitmentPolicy(
                    "TEST",
                    LocalDate.of(2019, 1, 1),
                    "a test",
                    List.of(
                            new SchoolAttendance("SD", AgeRange.ANY, 85, false),
                            new HealthVisits("PREGNANT_POSTPARTUM", AgeRange.ANY, 1, 3),
                            new HealthVisits("EARLY_CHILD", new AgeRange(0, 59), 1, 1),
                            new HealthVisits("EARLY_CHILD", new AgeRange(60, null), 1, 6),
                            new HealthVisits("ELDERLY", AgeRange.ANY, 1, 12)));

    static Stream<List<String>> casesOfTheRulePage() {
        return RuleTable.rows(
                "evidence.md", "component", "January", "February", "March", "windows", "complete")
                .stream();
    }

    @ParameterizedTest
    @MethodSource("casesOfTheRulePage")
    void a_case_of_the_rule_page(List<String> row) {
        Map<YearMonth, List<MonthEvidence>> evidence = new HashMap<>();
        Set<YearMonth> exempt = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            YearMonth month = JANUARY.plusMonths(i);
            switch (row.get(1 + i)) {
                case "–" -> {}
                case "exempt" -> exempt.add(month);
                case "closed" -> evidence.put(month, List.of(HealthMonth.CLOSED));
                default ->
                        evidence.put(
                                month,
                                List.of(HealthMonth.visits(Integer.parseInt(row.get(1 + i)))));
            }
        }
        Optional<MemberCoverage> found =
                CoverageRule.of(Q1, facts(row.get(0), evidence, exempt), POLICY);
        assertThat(found.map(CoverageRuleTest::windows).orElse("nothing due"))
                .isEqualTo(row.get(4));
        assertThat(found.map(coverage -> coverage.isComplete() ? "yes" : "no").orElse("–"))
                .isEqualTo(row.get(5));
    }

    private static String windows(MemberCoverage coverage) {
        return coverage.windows().entrySet().stream()
                .map(window -> window.getKey() + " " + window.getValue())
                .collect(Collectors.joining(", "));
    }

    private static MemberFacts facts(
            String component, Map<YearMonth, List<MonthEvidence>> evidence, Set<YearMonth> exempt) {
        return facts(component, YearMonth.of(2024, 6), evidence, exempt);
    }

    private static MemberFacts facts(
            String component,
            YearMonth birthMonth,
            Map<YearMonth, List<MonthEvidence>> evidence,
            Set<YearMonth> exempt) {
        return new MemberFacts(
                new MemberComponent(UUID.randomUUID(), component),
                birthMonth,
                LocalDate.of(2024, 1, 1),
                null,
                true,
                evidence,
                exempt,
                Set.of());
    }

    @Test
    void a_failure_does_not_hide_a_month_that_is_missing() {
        MemberFacts pupil =
                facts("SD", Map.of(JANUARY, List.of(new SchoolMonth(20, 0, 0, 0))), Set.of());
        assertThat(CoverageRule.of(Q1, pupil, POLICY))
                .get()
                .satisfies(
                        coverage -> {
                            assertThat(coverage.windows())
                                    .containsEntry("2026-01", WindowState.EVIDENCE)
                                    .containsEntry("2026-02", WindowState.MISSING);
                            assertThat(coverage.isComplete()).isFalse();
                        });
    }

    @Test
    void the_table_of_the_rule_page_names_every_state() {
        assertThat(RuleTable.rows("evidence.md", "result of the window now", "in the list"))
                .extracting(row -> row.get(1))
                .containsOnly(
                        Stream.of(WindowState.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void a_member_whose_age_is_needed_and_not_known_is_not_complete() {
        MemberFacts child = facts("EARLY_CHILD", null, Map.of(), Set.of());
        assertThat(CoverageRule.of(Q1, child, POLICY))
                .get()
                .satisfies(
                        coverage -> {
                            assertThat(coverage.windows()).isEmpty();
                            assertThat(coverage.isComplete()).isFalse();
                        });
    }

    @Test
    void figures_are_sums_over_the_members() {
        CoverageFigures figures =
                CoverageFigures.of(
                        List.of(
                                member(Map.of("2026-01", WindowState.EVIDENCE)),
                                member(
                                        Map.of(
                                                "2026-01",
                                                WindowState.EXEMPT,
                                                "2026-02",
                                                WindowState.MISSING)),
                                member(Map.of())));
        assertThat(figures.members()).isEqualTo(3);
        assertThat(figures.complete()).isEqualTo(1);
        assertThat(figures.isComplete()).isFalse();
        assertThat(figures.windows())
                .containsEntry("2026-01", new CoverageFigures.Window(2, 1, 1))
                .containsEntry("2026-02", new CoverageFigures.Window(1, 0, 0));
        assertThat(CoverageFigures.of(List.of()).isComplete()).isTrue();
    }

    private static MemberCoverage member(Map<String, WindowState> windows) {
        return new MemberCoverage(
                new MemberComponent(UUID.randomUUID(), "EARLY_CHILD"), new TreeMap<>(windows));
    }
}
