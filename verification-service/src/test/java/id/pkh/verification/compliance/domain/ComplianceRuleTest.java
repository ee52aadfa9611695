package id.pkh.verification.compliance.domain;

import static id.pkh.verification.compliance.domain.ComplianceFixture.Q1;
import static id.pkh.verification.compliance.domain.ComplianceFixture.Q2;
import static id.pkh.verification.compliance.domain.ComplianceFixture.Q4;
import static id.pkh.verification.compliance.domain.ComplianceFixture.infant;
import static id.pkh.verification.compliance.domain.ComplianceFixture.member;
import static id.pkh.verification.compliance.domain.ComplianceFixture.policyOfTheRulePage;
import static id.pkh.verification.compliance.domain.ComplianceFixture.pupil;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.verification.compliance.domain.ComplianceFixture.Facts;
import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.SignalState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule sentence by sentence, see {@code docs/rules/commitments.md}. */
class ComplianceRuleTest {

    @ParameterizedTest
    @CsvSource({
        // alpa, izin, sakit, jml, result: 85 percent of the effective days, exactly
        "3, 0, 0, 17, MET", // 17 of 20: 85.00
        "4, 0, 0, 18, NOT_MET", // 18 of 22: 81.8
        "3, 0, 0, 19, MET", // 19 of 22: 86.4
        "15, 0, 0, 85, MET", // at the threshold
        "16, 0, 0, 84, NOT_MET", // just below
        "14, 0, 0, 86, MET", // just above
        "0, 10, 10, 0, MET", // excused leave does not count
        "0, 0, 0, 20, MET",
        "20, 0, 0, 0, NOT_MET",
        "0, 0, 0, 0, EXEMPT", // no effective day: the school was closed
    })
    void a_school_month(int alpa, int izin, int sakit, int jml, CommitmentResult result) {
        SchoolAttendance school = (SchoolAttendance) policyOfTheRulePage().of("SD").get(0);
        assertThat(school.resultOf(new SchoolMonth(alpa, izin, sakit, jml))).isEqualTo(result);
    }

    @Test
    void excused_leave_counts_only_where_the_policy_says_so() {
        SchoolAttendance strict = new SchoolAttendance("SD", AgeRange.ANY, 85, true);
        assertThat(strict.resultOf(new SchoolMonth(0, 2, 2, 18)))
                .isEqualTo(CommitmentResult.NOT_MET);
        assertThat(strict.resultOf(new SchoolMonth(0, 2, 1, 17))).isEqualTo(CommitmentResult.MET);
    }

    @Test
    void a_quarter_is_the_worst_of_its_months() {
        Facts met =
                pupil().days("2026-01", 0, 0, 0, 22)
                        .days("2026-02", 0, 0, 0, 20)
                        .days("2026-03", 0, 0, 0, 20);
        assertMember(met, Q1, CommitmentResult.MET, Attribution.NOBODY);
        Facts oneBelow =
                pupil().days("2026-01", 0, 0, 0, 22)
                        .days("2026-02", 9, 0, 0, 11)
                        .days("2026-03", 0, 0, 0, 20);
        assertMember(
                oneBelow,
                Q1,
                CommitmentResult.NOT_MET,
                Attribution.FAMILY,
                "SCHOOL_ATTENDANCE_BELOW_THRESHOLD");
        Facts closedAllQuarter =
                pupil().days("2026-01", 0, 0, 0, 0)
                        .days("2026-02", 0, 0, 0, 0)
                        .days("2026-03", 0, 0, 0, 0);
        assertMember(
                closedAllQuarter,
                Q1,
                CommitmentResult.EXEMPT,
                Attribution.NOBODY,
                "SERVICE_CLOSED");
    }

    @Test
    void what_is_shown_as_failed_comes_before_what_is_not_known() {
        Facts both = pupil().days("2026-01", 20, 0, 0, 0).formCame(Q1);
        assertMember(
                both,
                Q1,
                CommitmentResult.NOT_MET,
                Attribution.FAMILY,
                "SCHOOL_ATTENDANCE_BELOW_THRESHOLD");
        assertThat(assess(Q1, both).members().get(0).failedWindows()).containsExactly("2026-01");
    }

    @Test
    void not_known_is_the_schools_failure_when_it_sent_no_form() {
        assertMember(
                pupil(),
                Q1,
                CommitmentResult.NOT_VERIFIED,
                Attribution.SERVICE_POINT,
                "SCHOOL_SENT_NO_FORM");
    }

    @Test
    void not_known_is_the_facilitators_failure_when_a_form_came_without_the_month() {
        Facts oneMonthMissing =
                pupil().days("2026-01", 0, 0, 0, 22).days("2026-03", 0, 0, 0, 20).formCame(Q1);
        assertMember(
                oneMonthMissing,
                Q1,
                CommitmentResult.NOT_VERIFIED,
                Attribution.FACILITATOR,
                "NOT_ON_THE_FORM");
        assertThat(assess(Q1, oneMonthMissing).members().get(0).failedWindows())
                .containsExactly("2026-02");
    }

    @Test
    void not_known_is_the_facilitators_failure_when_the_school_is_not_recorded() {
        assertMember(
                pupil().withoutSchool(),
                Q1,
                CommitmentResult.NOT_VERIFIED,
                Attribution.FACILITATOR,
                "SCHOOL_NOT_RECORDED");
    }

    @Test
    void with_both_it_is_the_facilitators() {
        FamilyAssessment family = assess(Q1, pupil(), infant().formCame(Q1));
        assertThat(family.result()).isEqualTo(CommitmentResult.NOT_VERIFIED);
        assertThat(family.attribution()).isEqualTo(Attribution.FACILITATOR);
        assertThat(family.reasons()).containsExactly("NOT_ON_THE_FORM", "SCHOOL_SENT_NO_FORM");
        assertThat(family.notVerified().attribution()).isEqualTo(Attribution.FACILITATOR);
    }

    @ParameterizedTest
    @CsvSource({
        // component held from, until, result of a quarter with full evidence for February only
        "2026-02-01, 2026-02-28, MET",
        "2026-02-02, 2026-02-28, NOT_DUE",
        "2026-02-01, 2026-02-27, NOT_DUE",
        "2026-01-15, 2026-02-28, MET",
        "2026-03-15, 2026-12-31, NOT_DUE",
        "2026-04-01, 2026-12-31, NOT_DUE",
        "2024-01-01, 2025-12-31, NOT_DUE",
    })
    void a_month_counts_when_the_component_held_on_every_day_of_it(
            String since, String until, CommitmentResult result) {
        Facts facts = pupil().since(since).until(until).days("2026-02", 0, 0, 0, 20).formCame(Q1);
        assertThat(assess(Q1, facts).members().get(0).result()).isEqualTo(result);
    }

    @Test
    void an_early_child_is_seen_every_month() {
        Facts everyMonth =
                infant().visits("2026-01", 1)
                        .visits("2026-02", 2)
                        .visits("2026-03", 1)
                        .formCame(Q1);
        assertMember(everyMonth, Q1, CommitmentResult.MET, Attribution.NOBODY);
        Facts oneMissed =
                infant().visits("2026-01", 1)
                        .visits("2026-02", 0)
                        .visits("2026-03", 1)
                        .formCame(Q1);
        assertMember(
                oneMissed,
                Q1,
                CommitmentResult.NOT_MET,
                Attribution.FAMILY,
                "HEALTH_VISITS_TOO_FEW");
        Facts oneClosed =
                infant().visits("2026-01", 1).closed("2026-02").visits("2026-03", 1).formCame(Q1);
        assertMember(oneClosed, Q1, CommitmentResult.MET, Attribution.NOBODY);
        Facts oneUnknown = infant().visits("2026-01", 1).visits("2026-03", 1).formCame(Q1);
        assertMember(
                oneUnknown,
                Q1,
                CommitmentResult.NOT_VERIFIED,
                Attribution.FACILITATOR,
                "NOT_ON_THE_FORM");
        assertMember(
                infant(),
                Q1,
                CommitmentResult.NOT_VERIFIED,
                Attribution.SERVICE_POINT,
                "HEALTH_SERVICE_SENT_NO_FORM");
    }

    @ParameterizedTest
    @CsvSource({"2021-02, NOT_MET", "2021-01, NOT_DUE", "2020-12, NOT_DUE"})
    void from_sixty_months_on_an_early_child_is_seen_every_half_year(
            String birthMonth, CommitmentResult inQ1) {
        Facts child =
                infant().bornIn(birthMonth)
                        .visits("2026-01", 0)
                        .visits("2026-02", 0)
                        .visits("2026-03", 0);
        assertThat(assess(Q1, child).members().get(0).result()).isEqualTo(inQ1);
    }

    @Test
    void a_half_year_is_assessed_in_its_second_quarter_over_both() {
        Facts child = infant().bornIn("2020-06").visits("2026-02", 1).formCame(Q1);
        assertMember(child, Q2, CommitmentResult.MET, Attribution.NOBODY);
        Facts unseen =
                infant().bornIn("2020-06")
                        .visits("2026-01", 0)
                        .visits("2026-02", 0)
                        .visits("2026-03", 0)
                        .formCame(Q1);
        assertMember(
                unseen,
                Q2,
                CommitmentResult.NOT_VERIFIED,
                Attribution.SERVICE_POINT,
                "HEALTH_SERVICE_SENT_NO_FORM");
        assertThat(assess(Q2, unseen).members().get(0).failedWindows())
                .containsExactly("2026-01/2026-06");
    }

    @Test
    void a_year_is_assessed_in_its_last_quarter_and_not_due_before() {
        Facts elder = member("ELDERLY").visits("2026-02", 1).formCame(Q1);
        assertMember(elder, Q1, CommitmentResult.NOT_DUE, Attribution.NOBODY);
        assertMember(elder, Q4, CommitmentResult.MET, Attribution.NOBODY);
    }

    @Test
    void visits_of_a_window_are_added_up_over_its_months() {
        CommitmentPolicy twice =
                new CommitmentPolicy(
                        "X",
                        ComplianceFixture.VALID_FROM,
                        "choice",
                        List.of(new HealthVisits("PREGNANT_POSTPARTUM", AgeRange.ANY, 2, 3)));
        assertThat(
                        result(
                                twice,
                                member("PREGNANT_POSTPARTUM")
                                        .visits("2026-01", 1)
                                        .visits("2026-03", 1)))
                .isEqualTo(CommitmentResult.MET);
        assertThat(
                        result(
                                twice,
                                member("PREGNANT_POSTPARTUM")
                                        .visits("2026-01", 1)
                                        .visits("2026-02", 0)
                                        .visits("2026-03", 0)))
                .isEqualTo(CommitmentResult.NOT_MET);
        assertThat(
                        result(
                                twice,
                                member("PREGNANT_POSTPARTUM")
                                        .visits("2026-01", 1)
                                        .visits("2026-02", 0)))
                .isEqualTo(CommitmentResult.NOT_VERIFIED);
    }

    private static CommitmentResult result(CommitmentPolicy policy, Facts facts) {
        return ComplianceRule.assess(Q1, List.of(facts.build()), policy).result();
    }

    @Test
    void
            a_window_in_which_every_month_was_closed_is_exempt_and_one_open_month_without_a_visit_is_not() {
        Facts closed =
                member("PREGNANT_POSTPARTUM").closed("2026-01").closed("2026-02").closed("2026-03");
        assertMember(closed, Q1, CommitmentResult.EXEMPT, Attribution.NOBODY, "SERVICE_CLOSED");
        Facts openOnce =
                member("PREGNANT_POSTPARTUM")
                        .closed("2026-01")
                        .visits("2026-02", 0)
                        .closed("2026-03");
        assertMember(
                openOnce,
                Q1,
                CommitmentResult.NOT_MET,
                Attribution.FAMILY,
                "HEALTH_VISITS_TOO_FEW");
    }

    @Test
    void an_exemption_makes_the_months_it_covers_exempt() {
        Facts pupil =
                pupil().exempt("2026-01")
                        .days("2026-02", 0, 0, 0, 20)
                        .days("2026-03", 0, 0, 0, 20)
                        .formCame(Q1);
        assertMember(pupil, Q1, CommitmentResult.MET, Attribution.NOBODY);
        Facts below =
                pupil().exempt("2026-01")
                        .exempt("2026-02")
                        .exempt("2026-03")
                        .days("2026-01", 20, 0, 0, 0);
        assertMember(below, Q1, CommitmentResult.EXEMPT, Attribution.NOBODY, "EXEMPTION");
        Facts mother =
                member("PREGNANT_POSTPARTUM").exempt("2026-01").closed("2026-02").closed("2026-03");
        assertMember(mother, Q1, CommitmentResult.EXEMPT, Attribution.NOBODY, "EXEMPTION");
    }

    @Test
    void of_two_schools_the_better_month_counts_and_visits_to_two_services_add_up() {
        Facts moved =
                pupil().days("2026-01", 20, 0, 0, 0)
                        .days("2026-01", 0, 0, 0, 20)
                        .days("2026-02", 0, 0, 0, 20)
                        .days("2026-03", 0, 0, 0, 20);
        assertMember(moved, Q1, CommitmentResult.MET, Attribution.NOBODY);
        Facts twoServices =
                infant().closed("2026-01")
                        .visits("2026-01", 1)
                        .visits("2026-02", 1)
                        .visits("2026-03", 1);
        assertMember(twoServices, Q1, CommitmentResult.MET, Attribution.NOBODY);
    }

    @Test
    void an_unknown_age_is_never_guessed() {
        assertMember(
                infant().bornIn(null).formCame(Q1),
                Q1,
                CommitmentResult.NOT_VERIFIED,
                Attribution.FACILITATOR,
                "BIRTH_MONTH_NOT_RECORDED");
        assertMember(
                infant().bornIn(null).until("2025-12-31"),
                Q1,
                CommitmentResult.NOT_DUE,
                Attribution.NOBODY);
    }

    @Test
    void a_component_that_nobody_knows_obliges_to_nothing() {
        assertMember(
                member("SOMETHING_NEW"),
                Q1,
                CommitmentResult.NOT_DUE,
                Attribution.NOBODY,
                "NO_COMMITMENT");
    }

    @Test
    void what_the_ladder_may_count() {
        Facts met =
                infant().visits("2026-01", 1)
                        .visits("2026-02", 1)
                        .visits("2026-03", 1)
                        .formCame(Q1);
        Facts notMet =
                pupil().days("2026-01", 20, 0, 0, 0)
                        .days("2026-02", 0, 0, 0, 20)
                        .days("2026-03", 0, 0, 0, 20);
        Facts notVerified = member("PREGNANT_POSTPARTUM");
        Facts exempt = pupil().exempt("2026-01").exempt("2026-02").exempt("2026-03");
        Facts notDue = member("ELDERLY");

        assertStates(SignalState.CLEAN, SignalState.CLEAN, met);
        assertStates(SignalState.SIGNAL, SignalState.CLEAN, notMet);
        assertStates(SignalState.EXEMPT, SignalState.SIGNAL, notVerified);
        assertStates(SignalState.SIGNAL, SignalState.SIGNAL, notMet, notVerified);
        assertStates(SignalState.CLEAN, SignalState.SIGNAL, met, notVerified);
        assertStates(SignalState.EXEMPT, SignalState.EXEMPT, exempt);
        assertStates(SignalState.EXEMPT, SignalState.EXEMPT, notDue);
        assertStates(SignalState.EXEMPT, SignalState.EXEMPT);
    }

    private static void assertStates(
            SignalState notMet, SignalState notVerified, Facts... members) {
        FamilyAssessment family = assess(Q1, members);
        assertThat(family.notMet().state()).isEqualTo(notMet);
        assertThat(family.notVerified().state()).isEqualTo(notVerified);
    }

    @Test
    void a_family_without_anybody_has_nothing_due() {
        assertThat(assess(Q1).result()).isEqualTo(CommitmentResult.NOT_DUE);
        assertThat(assess(Q1).attribution()).isEqualTo(Attribution.NOBODY);
    }

    private static FamilyAssessment assess(VerificationPeriod quarter, Facts... members) {
        return ComplianceRule.assess(
                quarter, Arrays.stream(members).map(Facts::build).toList(), policyOfTheRulePage());
    }

    private static void assertMember(
            Facts facts,
            VerificationPeriod quarter,
            CommitmentResult result,
            Attribution whose,
            String... reasons) {
        MemberAssessment assessed = assess(quarter, facts).members().get(0);
        assertThat(assessed.result()).isEqualTo(result);
        assertThat(assessed.attribution()).isEqualTo(whose);
        assertThat(assessed.reasons()).containsExactly(reasons);
    }
}
