package id.pkh.verification.compliance.domain;

import static id.pkh.verification.compliance.domain.ComplianceFixture.commitmentsOfTheRulePage;
import static id.pkh.verification.compliance.domain.ComplianceFixture.policyOfTheRulePage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.verification.MigrationRows;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The policy against {@code docs/rules/commitments.md}: the table of the page is read, so they
 * cannot drift.
 */
class CommitmentPolicyTest {

    private static final String MIGRATION = "V20260105090400__policies.sql";

    @Test
    void the_migration_holds_the_commitments_of_the_rule_page() {
        List<Commitment> migrated =
                MigrationRows.inserted(MIGRATION, "commitment_rule").stream()
                        .map(CommitmentPolicyTest::migrated)
                        .toList();
        assertThat(migrated).containsExactlyElementsOf(commitmentsOfTheRulePage());
        assertThat(MigrationRows.inserted(MIGRATION, "commitment_policy"))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.get(0)).isEqualTo("COMMITMENTS-2026");
                            assertThat(row.get(1)).isEqualTo("2019-01-01");
                            assertThat(row.get(2)).isNotBlank();
                        });
    }

    private static Commitment migrated(List<String> row) {
        Integer until = row.get(7).equals("NULL") ? null : Integer.valueOf(row.get(7));
        AgeRange ages = new AgeRange(Integer.parseInt(row.get(6)), until);
        return row.get(2).equals("SCHOOL")
                ? new SchoolAttendance(
                        row.get(1),
                        ages,
                        Integer.parseInt(row.get(3)),
                        Boolean.parseBoolean(row.get(8)))
                : new HealthVisits(
                        row.get(1),
                        ages,
                        Integer.parseInt(row.get(4)),
                        Integer.parseInt(row.get(5)));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "59, 1", "60, 6", "72, 6"})
    void the_age_decides_which_commitment_of_a_component_counts(int ageMonths, int windowMonths) {
        assertThat(policyOfTheRulePage().of("EARLY_CHILD", ageMonths))
                .singleElement()
                .extracting(Commitment::windowMonths)
                .isEqualTo(windowMonths);
    }

    @Test
    void an_unknown_component_obliges_to_nothing() {
        assertThat(policyOfTheRulePage().of("SOMETHING_NEW", 10)).isEmpty();
    }

    @Test
    void tells_which_form_shows_what() {
        assertThat(policyOfTheRulePage().componentsShownBy(EvidenceKind.SCHOOL))
                .containsExactlyInAnyOrder("SD", "SMP", "SMA");
        assertThat(policyOfTheRulePage().componentsShownBy(EvidenceKind.HEALTH))
                .containsExactlyInAnyOrder(
                        "PREGNANT_POSTPARTUM", "EARLY_CHILD", "SEVERE_DISABILITY", "ELDERLY");
    }

    @Test
    void windows_lie_on_the_calendar() {
        List<YearMonth> q2 = VerificationPeriod.quarter(2026, 2).months();
        assertThat(visitsWithin(1).windowsEndingIn(q2)).hasSize(3);
        assertThat(visitsWithin(3).windowsEndingIn(q2)).containsExactly(q2);
        assertThat(visitsWithin(6).windowsEndingIn(q2))
                .singleElement()
                .satisfies(
                        window -> assertThat(window).startsWith(YearMonth.of(2026, 1)).hasSize(6));
        assertThat(visitsWithin(12).windowsEndingIn(q2)).isEmpty();
        assertThat(visitsWithin(12).windowsEndingIn(VerificationPeriod.quarter(2026, 4).months()))
                .singleElement()
                .satisfies(
                        window -> assertThat(window).startsWith(YearMonth.of(2026, 1)).hasSize(12));
        assertThat(visitsWithin(6).windowsEndingIn(VerificationPeriod.quarter(2026, 3).months()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SD, 2, 2026-04",
        "EARLY_CHILD, 1, 2026-01",
        "EARLY_CHILD, 2, 2026-01",
        "EARLY_CHILD, 4, 2026-07",
        "PREGNANT_POSTPARTUM, 3, 2026-07",
        "ELDERLY, 3,",
        "ELDERLY, 4, 2026-01",
        "SOMETHING_NEW, 4,",
    })
    void the_windows_tell_how_far_back_a_quarter_reaches(
            String component, int quarter, String firstMonth) {
        assertThat(
                        policyOfTheRulePage()
                                .firstMonthBehind(
                                        component, VerificationPeriod.quarter(2026, quarter)))
                .isEqualTo(Optional.ofNullable(firstMonth).map(YearMonth::parse));
    }

    private static Commitment visitsWithin(int months) {
        return new HealthVisits("ANY", AgeRange.ANY, 1, months);
    }

    @Test
    void two_commitments_of_a_component_for_one_age_are_refused() {
        assertThatThrownBy(
                        () ->
                                new CommitmentPolicy(
                                        "X",
                                        LocalDate.EPOCH,
                                        "choice",
                                        List.of(
                                                new HealthVisits(
                                                        "EARLY_CHILD", new AgeRange(0, 60), 1, 1),
                                                new HealthVisits(
                                                        "EARLY_CHILD",
                                                        new AgeRange(60, null),
                                                        1,
                                                        6))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HealthVisits("X", AgeRange.ANY, 1, 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CommitmentPolicy("X", LocalDate.EPOCH, "", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void windows_around_a_birth_are_due_when_it_is_over_or_when_they_end() {
        List<YearMonth> q1 = VerificationPeriod.quarter(2026, 1).months();
        assertThat(new BirthCare("ANY", Care.ANTENATAL, 1, -8, -6).windowsEndingIn(q1))
                .hasSize(3)
                .last()
                .satisfies(w -> assertThat(w).startsWith(YearMonth.of(2025, 7)).hasSize(3));
        assertThat(new BirthCare("ANY", Care.POSTNATAL, 1, 0, 2).windowsEndingIn(q1))
                .first()
                .satisfies(w -> assertThat(w).startsWith(YearMonth.of(2025, 11)).hasSize(3));
    }

    @Test
    void every_window_around_a_birth_lies_within_the_year_that_is_read() {
        VerificationPeriod q1 = VerificationPeriod.quarter(2026, 1);
        for (int from = BirthCare.EARLIEST_MONTH; from <= 0; from++) {
            for (int until = from; until <= BirthCare.LATEST_MONTH; until++) {
                if (!BirthCare.isWindow(from, until)) {
                    continue;
                }
                BirthCare care = new BirthCare("ANY", Care.POSTNATAL, 1, from, until);
                assertThat(care.windowsEndingIn(q1.months()))
                        .allMatch(w -> !w.get(0).isBefore(q1.lastMonth().minusMonths(11)))
                        .allMatch(w -> !care.birthOf(w).isBefore(w.get(0)));
            }
        }
    }

    @Test
    void the_widest_windows_around_a_birth_are_possible() {
        for (int[] window : new int[][] {{-9, 0}, {-6, 3}, {0, 3}, {-9, -9}, {0, 0}}) {
            assertThat(new BirthCare("X", Care.POSTNATAL, 1, window[0], window[1]).windowMonths())
                    .isEqualTo(window[1] - window[0] + 1);
        }
    }

    @Test
    void care_around_a_birth_that_no_evidence_reaches_is_refused() {
        for (int[] window : new int[][] {{-10, 0}, {1, 2}, {0, 4}, {0, -1}, {-9, 1}}) {
            assertThatThrownBy(() -> new BirthCare("X", Care.POSTNATAL, 1, window[0], window[1]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new BirthCare("X", null, 1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BirthCare("X", Care.POSTNATAL, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_age_may_have_several_commitments_that_name_different_care() {
        HealthVisits weight = new HealthVisits("X", AgeRange.ANY, Care.WEIGHT, 1, 1);
        HealthVisits height = new HealthVisits("X", AgeRange.ANY, Care.HEIGHT, 1, 6);
        assertThat(
                        new CommitmentPolicy(
                                        "X", LocalDate.EPOCH, "choice", List.of(weight, height))
                                .of("X", 5))
                .containsExactly(weight, height);
        assertThatThrownBy(
                        () ->
                                new CommitmentPolicy(
                                        "X", LocalDate.EPOCH, "choice", List.of(weight, weight)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_quarter_is_judged_by_the_policy_that_was_valid_when_it_began() {
        CommitmentPolicy later =
                new CommitmentPolicy("LATER", LocalDate.of(2026, 4, 1), "decree", List.of());
        CommitmentPolicies both = new CommitmentPolicies(List.of(later, policyOfTheRulePage()));
        assertThat(both.inForceFor(VerificationPeriod.quarter(2026, 1)).orElseThrow().policyCode())
                .isEqualTo("COMMITMENTS-2026");
        assertThat(both.inForceFor(VerificationPeriod.quarter(2026, 2)).orElseThrow().policyCode())
                .isEqualTo("LATER");
        assertThat(both.inForceFor(VerificationPeriod.quarter(2018, 4))).isEmpty();
    }
}
