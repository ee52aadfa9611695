package id.pkh.verification.explanation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.verification.compliance.domain.AgeRange;
import id.pkh.verification.compliance.domain.BirthCare;
import id.pkh.verification.compliance.domain.Care;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.compliance.domain.CommitmentResult;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.compliance.domain.HealthMonth;
import id.pkh.verification.compliance.domain.HealthVisits;
import id.pkh.verification.compliance.domain.MemberAssessment;
import id.pkh.verification.compliance.domain.MemberComponent;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.compliance.domain.ReasonCodes;
import id.pkh.verification.compliance.domain.SchoolAttendance;
import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would have made the difference, for each way in which a period can count. */
class DifferencesTest {

    private static final UUID MEMBER = new UUID(1, 1);
    private static final CommitmentPolicy POLICY =
            new CommitmentPolicy(
                    "COMMITMENTS",
                    LocalDate.of(2026, 1, 1),
                    "test",
                    List.of(
                            new SchoolAttendance("SD", AgeRange.ANY, 85, false),
                            new HealthVisits("EARLY_CHILD", new AgeRange(0, 59), 1, 1),
                            new HealthVisits("EARLY_CHILD", new AgeRange(60, null), 2, 6)));

    @ParameterizedTest
    @CsvSource({
        "GROUP_MEETING_ABSENCE, ATTENDED_OR_EXCUSED",
        "P2K2_ABSENCE, ATTENDED_OR_EXCUSED",
        "MEETING_NOT_HELD, MEETING_HELD"
    })
    void one_meeting_of_the_run_would_have_been_enough(Cause cause, DifferenceCode code) {
        List<Difference> differences =
                Differences.ofMeetings(
                        cause,
                        List.of(
                                VerificationPeriod.parse("2026-02"),
                                VerificationPeriod.parse("2026-03")));

        assertThat(differences)
                .containsExactly(
                        Difference.of(code, "month", "2026-03"),
                        Difference.of(code, "month", "2026-02"));
    }

    @Test
    void a_window_is_one_month_or_several() {
        assertThat(Differences.months("2026-03")).containsExactly(YearMonth.of(2026, 3));
        assertThat(Differences.months("2025-11/2026-02"))
                .containsExactly(
                        YearMonth.of(2025, 11),
                        YearMonth.of(2025, 12),
                        YearMonth.of(2026, 1),
                        YearMonth.of(2026, 2));
    }

    @Test
    void the_school_that_was_nearest_to_the_requirement_is_shown() {
        assertThat(
                        notMet(
                                "SD",
                                "2026-02",
                                line("2026-02", new SchoolMonth(10, 0, 0, 10)),
                                line("2026-02", new SchoolMonth(4, 1, 0, 15)),
                                line("2026-02", new SchoolMonth(0, 0, 0, 0)),
                                line("2026-01", new SchoolMonth(3, 0, 0, 17))))
                .containsExactly(
                        Difference.of(
                                DifferenceCode.SCHOOL_DAYS_ATTENDED,
                                MEMBER,
                                "component",
                                "SD",
                                "month",
                                "2026-02",
                                "minimum_percent",
                                "85",
                                "effective_days",
                                "20",
                                "attended_days",
                                "16",
                                "needed_days",
                                "17"));
    }

    @Test
    void a_school_without_days_explains_nothing() {
        assertThat(notMet("SD", "2026-02", line("2026-02", new SchoolMonth(0, 0, 0, 0)))).isEmpty();
    }

    @Test
    void the_visits_of_all_months_of_the_window_are_added() {
        assertThat(
                        notMet(
                                "EARLY_CHILD",
                                "2026-01/2026-06",
                                line("2026-01", HealthMonth.visits(1)),
                                line("2026-04", HealthMonth.CLOSED),
                                line("2026-07", HealthMonth.visits(5))))
                .containsExactly(
                        Difference.of(
                                DifferenceCode.HEALTH_VISITS_MADE,
                                MEMBER,
                                "component",
                                "EARLY_CHILD",
                                "from_month",
                                "2026-01",
                                "until_month",
                                "2026-06",
                                "minimum_visits",
                                "2",
                                "visits",
                                "1"));
    }

    @Test
    void of_several_commitments_those_of_the_age_that_were_not_fulfilled_are_shown() {
        CommitmentPolicy schedules =
                new CommitmentPolicy(
                        "SCHEDULES",
                        LocalDate.of(2026, 1, 1),
                        "test",
                        List.of(
                                new HealthVisits(
                                        "EARLY_CHILD", new AgeRange(0, 59), Care.WEIGHT, 1, 1),
                                new HealthVisits(
                                        "EARLY_CHILD", new AgeRange(0, 11), Care.HEIGHT, 1, 1),
                                new HealthVisits(
                                        "EARLY_CHILD", new AgeRange(12, null), Care.HEIGHT, 1, 6),
                                new BirthCare("EARLY_CHILD", Care.POSTNATAL, 1, 0, 0)));
        assertThat(ofSchedules(schedules, 5))
                .containsExactly(
                        Difference.of(
                                DifferenceCode.HEALTH_VISITS_MADE,
                                MEMBER,
                                "component",
                                "EARLY_CHILD",
                                "from_month",
                                "2026-02",
                                "until_month",
                                "2026-02",
                                "minimum_visits",
                                "1",
                                "visits",
                                "0",
                                "care",
                                "HEIGHT"));
        assertThat(ofSchedules(schedules, 20)).isEmpty();
    }

    private static List<Difference> ofSchedules(CommitmentPolicy schedules, int age) {
        return Differences.ofCommitments(
                CommitmentResult.NOT_MET,
                List.of(member("EARLY_CHILD", CommitmentResult.NOT_MET, "2026-02")),
                schedules,
                Map.of(MEMBER, age),
                lines(line("2026-02", HealthMonth.visits(1, Care.WEIGHT))));
    }

    @Test
    void care_that_a_form_does_not_tell_is_named_by_month() {
        MemberAssessment member =
                new MemberAssessment(
                        new MemberComponent(MEMBER, "EARLY_CHILD"),
                        CommitmentResult.NOT_VERIFIED,
                        Attribution.FACILITATOR,
                        List.of(ReasonCodes.CARE_NOT_STATED),
                        List.of("2026-01/2026-03"));
        assertThat(
                        Differences.ofCommitments(
                                CommitmentResult.NOT_VERIFIED,
                                List.of(member),
                                POLICY,
                                Map.of(),
                                lines(
                                        line("2026-01", HealthMonth.visits(0)),
                                        line("2026-02", HealthMonth.visits(1)),
                                        line("2026-03", HealthMonth.visits(1, Care.WEIGHT)))))
                .containsExactly(
                        Difference.of(
                                DifferenceCode.ENTRY_ON_THE_FORM,
                                MEMBER,
                                "component",
                                "EARLY_CHILD",
                                "month",
                                "2026-02",
                                "form",
                                "HEALTH",
                                "care",
                                "NOT_STATED"));
    }

    @Test
    void a_commitment_that_the_policy_does_not_have_is_not_explained() {
        assertThat(notMet("SMA", "2026-02", line("2026-02", new SchoolMonth(10, 0, 0, 10))))
                .isEmpty();
    }

    @Test
    void other_members_are_not_explained() {
        assertThat(
                        Differences.ofCommitments(
                                CommitmentResult.NOT_VERIFIED,
                                List.of(member("SD", CommitmentResult.NOT_MET, "2026-02")),
                                POLICY,
                                Map.of(),
                                Map.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SD,          SCHOOL_SENT_NO_FORM,         FORM_RECEIVED,     SCHOOL",
        "SD,          NOT_ON_THE_FORM,             ENTRY_ON_THE_FORM, SCHOOL",
        "EARLY_CHILD, HEALTH_SERVICE_SENT_NO_FORM, FORM_RECEIVED,     HEALTH",
        "EARLY_CHILD, NOT_ON_THE_FORM,             ENTRY_ON_THE_FORM, HEALTH"
    })
    void each_month_without_a_line_is_named_once(
            String component, String reason, DifferenceCode code, String form) {
        MemberAssessment member =
                new MemberAssessment(
                        new MemberComponent(MEMBER, component),
                        CommitmentResult.NOT_VERIFIED,
                        Attribution.FACILITATOR,
                        List.of(reason),
                        List.of("2026-01", "2026-01/2026-03"));

        assertThat(
                        Differences.ofCommitments(
                                CommitmentResult.NOT_VERIFIED,
                                List.of(member),
                                POLICY,
                                Map.of(),
                                lines(line("2026-02", HealthMonth.visits(1)))))
                .containsExactly(
                        missing(code, component, "2026-01", form),
                        missing(code, component, "2026-03", form));
    }

    @Test
    void what_the_registry_does_not_know_is_named_before_the_forms() {
        MemberAssessment member =
                new MemberAssessment(
                        new MemberComponent(MEMBER, "SD"),
                        CommitmentResult.NOT_VERIFIED,
                        Attribution.FACILITATOR,
                        List.of(
                                ReasonCodes.SCHOOL_NOT_RECORDED,
                                ReasonCodes.BIRTH_MONTH_NOT_RECORDED),
                        List.of("2026-01"));

        assertThat(
                        Differences.ofCommitments(
                                CommitmentResult.NOT_VERIFIED,
                                List.of(member),
                                POLICY,
                                Map.of(),
                                Map.of()))
                .containsExactly(
                        Difference.of(
                                DifferenceCode.BIRTH_MONTH_RECORDED, MEMBER, "component", "SD"),
                        Difference.of(DifferenceCode.SCHOOL_RECORDED, MEMBER, "component", "SD"),
                        missing(DifferenceCode.FORM_RECEIVED, "SD", "2026-01", "SCHOOL"));
    }

    private static Difference missing(
            DifferenceCode code, String component, String month, String form) {
        return Difference.of(code, MEMBER, "component", component, "month", month, "form", form);
    }

    private static List<Difference> notMet(String component, String window, EvidenceLine... lines) {
        return Differences.ofCommitments(
                CommitmentResult.NOT_MET,
                List.of(member(component, CommitmentResult.NOT_MET, window)),
                POLICY,
                Map.of(),
                lines(lines));
    }

    private static MemberAssessment member(
            String component, CommitmentResult result, String window) {
        return new MemberAssessment(
                new MemberComponent(MEMBER, component),
                result,
                Attribution.FAMILY,
                List.of(),
                List.of(window));
    }

    private static EvidenceLine line(String month, MonthEvidence entry) {
        return new EvidenceLine(
                MEMBER, YearMonth.parse(month), "10700001", "sender", new UUID(2, 2), entry);
    }

    private static Map<UUID, Map<YearMonth, List<EvidenceLine>>> lines(EvidenceLine... lines) {
        return Map.of(
                MEMBER, Arrays.stream(lines).collect(Collectors.groupingBy(EvidenceLine::month)));
    }
}
