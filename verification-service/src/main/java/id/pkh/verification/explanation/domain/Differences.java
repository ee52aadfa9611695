package id.pkh.verification.explanation.domain;

import id.pkh.verification.compliance.domain.Commitment;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.compliance.domain.CommitmentResult;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.compliance.domain.HealthMonth;
import id.pkh.verification.compliance.domain.HealthVisits;
import id.pkh.verification.compliance.domain.MemberAssessment;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.compliance.domain.ReasonCodes;
import id.pkh.verification.compliance.domain.SchoolAttendance;
import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What would have kept the periods of a step from counting. Of the differences of one period all
 * that concern it are needed; of several periods in a row one is enough.
 */
public final class Differences {

    private Differences() {}

    /** For a step about meetings: one for each period of the run, the latest first. */
    public static List<Difference> ofMeetings(Cause cause, List<VerificationPeriod> run) {
        DifferenceCode code =
                cause == Cause.MEETING_NOT_HELD
                        ? DifferenceCode.MEETING_HELD
                        : DifferenceCode.ATTENDED_OR_EXCUSED;
        return run.stream()
                .sorted(Comparator.reverseOrder())
                .map(period -> Difference.of(code, "month", period.text()))
                .toList();
    }

    /**
     * For a step about commitments: one for each failed window of each member in the step's
     * quarter.
     *
     * @param counted the lines that count, by member and month
     */
    public static List<Difference> ofCommitments(
            CommitmentResult behind,
            List<MemberAssessment> members,
            CommitmentPolicy policy,
            Map<UUID, Map<YearMonth, List<EvidenceLine>>> counted) {
        List<Difference> differences = new ArrayList<>();
        for (MemberAssessment member : members) {
            if (member.result() != behind) {
                continue;
            }
            Map<YearMonth, List<EvidenceLine>> lines =
                    counted.getOrDefault(member.member().memberId(), Map.of());
            if (behind == CommitmentResult.NOT_MET) {
                windows(member)
                        .forEach(window -> notMet(member, window, policy, lines, differences));
            } else {
                notVerified(member, policy, lines, differences);
            }
        }
        return differences;
    }

    /** A window {@code yyyy-MM} or {@code yyyy-MM/yyyy-MM} as its months. */
    public static List<YearMonth> months(String window) {
        int slash = window.indexOf('/');
        YearMonth first = YearMonth.parse(slash < 0 ? window : window.substring(0, slash));
        YearMonth last = slash < 0 ? first : YearMonth.parse(window.substring(slash + 1));
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    private static Stream<List<YearMonth>> windows(MemberAssessment member) {
        return member.failedWindows().stream().map(Differences::months);
    }

    private static void notMet(
            MemberAssessment member,
            List<YearMonth> window,
            CommitmentPolicy policy,
            Map<YearMonth, List<EvidenceLine>> lines,
            List<Difference> into) {
        Optional<Commitment> commitment =
                policy.of(member.member().component()).stream()
                        .filter(each -> each.windowMonths() == window.size())
                        .findFirst();
        UUID memberId = member.member().memberId();
        String component = member.member().component();
        if (commitment.isPresent() && commitment.get() instanceof SchoolAttendance school) {
            best(school, lines.getOrDefault(window.get(0), List.of()))
                    .ifPresent(
                            days ->
                                    into.add(
                                            Difference.of(
                                                    DifferenceCode.SCHOOL_DAYS_ATTENDED,
                                                    memberId,
                                                    "component",
                                                    component,
                                                    "month",
                                                    window.get(0).toString(),
                                                    "minimum_percent",
                                                    String.valueOf(school.minimumPercent()),
                                                    "effective_days",
                                                    String.valueOf(days.effectiveDays()),
                                                    "attended_days",
                                                    String.valueOf(school.attendedDays(days)),
                                                    "needed_days",
                                                    String.valueOf(school.neededDays(days)))));
        } else if (commitment.isPresent()) {
            HealthVisits health = (HealthVisits) commitment.get();
            into.add(
                    Difference.of(
                            DifferenceCode.HEALTH_VISITS_MADE,
                            memberId,
                            "component",
                            component,
                            "from_month",
                            window.get(0).toString(),
                            "until_month",
                            window.get(window.size() - 1).toString(),
                            "minimum_visits",
                            String.valueOf(health.minimumVisits()),
                            "visits",
                            String.valueOf(visits(window, lines))));
        }
    }

    private static Optional<SchoolMonth> best(SchoolAttendance school, List<EvidenceLine> lines) {
        return lines.stream()
                .map(EvidenceLine::entry)
                .filter(SchoolMonth.class::isInstance)
                .map(SchoolMonth.class::cast)
                .filter(days -> days.effectiveDays() > 0)
                .min(
                        Comparator.comparing(
                                days -> school.neededDays(days) - school.attendedDays(days)));
    }

    private static int visits(List<YearMonth> window, Map<YearMonth, List<EvidenceLine>> lines) {
        return window.stream()
                .flatMap(month -> lines.getOrDefault(month, List.of()).stream())
                .map(EvidenceLine::entry)
                .filter(HealthMonth.class::isInstance)
                .mapToInt((MonthEvidence entry) -> ((HealthMonth) entry).visits())
                .sum();
    }

    private static void notVerified(
            MemberAssessment member,
            CommitmentPolicy policy,
            Map<YearMonth, List<EvidenceLine>> lines,
            List<Difference> into) {
        UUID memberId = member.member().memberId();
        String component = member.member().component();
        if (member.reasons().contains(ReasonCodes.BIRTH_MONTH_NOT_RECORDED)) {
            into.add(
                    Difference.of(
                            DifferenceCode.BIRTH_MONTH_RECORDED, memberId, "component", component));
        }
        if (member.reasons().contains(ReasonCodes.SCHOOL_NOT_RECORDED)) {
            into.add(
                    Difference.of(
                            DifferenceCode.SCHOOL_RECORDED, memberId, "component", component));
        }
        boolean isSchool = policy.componentsShownBy(EvidenceKind.SCHOOL).contains(component);
        boolean isOnForm = member.reasons().contains(ReasonCodes.NOT_ON_THE_FORM);
        windows(member)
                .flatMap(List::stream)
                .distinct()
                .filter(month -> lines.getOrDefault(month, List.of()).isEmpty())
                .forEach(
                        month ->
                                into.add(
                                        Difference.of(
                                                isOnForm
                                                        ? DifferenceCode.ENTRY_ON_THE_FORM
                                                        : DifferenceCode.FORM_RECEIVED,
                                                memberId,
                                                "component",
                                                component,
                                                "month",
                                                month.toString(),
                                                "form",
                                                isSchool ? "SCHOOL" : "HEALTH")));
    }
}
