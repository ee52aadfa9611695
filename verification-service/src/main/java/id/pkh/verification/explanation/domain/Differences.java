package id.pkh.verification.explanation.domain;

import id.pkh.verification.compliance.domain.BirthCare;
import id.pkh.verification.compliance.domain.Commitment;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.compliance.domain.CommitmentResult;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.compliance.domain.HealthCommitment;
import id.pkh.verification.compliance.domain.HealthMonth;
import id.pkh.verification.compliance.domain.MemberAssessment;
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

    private static final String CARE_NOT_STATED = "NOT_STATED";

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
     * @param ages in months, of members whose month of birth is known
     * @param counted the lines that count, by member and month
     */
    public static List<Difference> ofCommitments(
            CommitmentResult behind,
            List<MemberAssessment> members,
            CommitmentPolicy policy,
            Map<UUID, Integer> ages,
            Map<UUID, Map<YearMonth, List<EvidenceLine>>> counted) {
        List<Difference> differences = new ArrayList<>();
        for (MemberAssessment member : members) {
            if (member.result() != behind) {
                continue;
            }
            Map<YearMonth, List<EvidenceLine>> lines =
                    counted.getOrDefault(member.member().memberId(), Map.of());
            if (behind == CommitmentResult.NOT_MET) {
                List<Commitment> commitments =
                        commitments(
                                policy,
                                member.member().component(),
                                ages.get(member.member().memberId()));
                windows(member)
                        .forEach(window -> notMet(member, window, commitments, lines, differences));
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

    private static List<Commitment> commitments(
            CommitmentPolicy policy, String component, Integer age) {
        return age == null ? policy.of(component) : policy.of(component, age);
    }

    private static void notMet(
            MemberAssessment member,
            List<YearMonth> window,
            List<Commitment> commitments,
            Map<YearMonth, List<EvidenceLine>> lines,
            List<Difference> into) {
        for (Commitment commitment : commitments) {
            if (commitment.windowMonths() != window.size()) {
                continue;
            }
            // Java 17 has no switch over sealed types
            if (commitment instanceof SchoolAttendance school) {
                school(member, window.get(0), school, lines).ifPresent(into::add);
            } else {
                visits(member, window, (HealthCommitment) commitment, lines).ifPresent(into::add);
            }
        }
    }

    private static Optional<Difference> school(
            MemberAssessment member,
            YearMonth month,
            SchoolAttendance school,
            Map<YearMonth, List<EvidenceLine>> lines) {
        return best(school, lines.getOrDefault(month, List.of()))
                .map(
                        days ->
                                Difference.of(
                                        DifferenceCode.SCHOOL_DAYS_ATTENDED,
                                        member.member().memberId(),
                                        "component",
                                        member.member().component(),
                                        "month",
                                        month.toString(),
                                        "minimum_percent",
                                        String.valueOf(school.minimumPercent()),
                                        "effective_days",
                                        String.valueOf(days.effectiveDays()),
                                        "attended_days",
                                        String.valueOf(school.attendedDays(days)),
                                        "needed_days",
                                        String.valueOf(school.neededDays(days))));
    }

    /** Empty when the window is one in which enough was done, or lies around no birth. */
    private static Optional<Difference> visits(
            MemberAssessment member,
            List<YearMonth> window,
            HealthCommitment health,
            Map<YearMonth, List<EvidenceLine>> lines) {
        int done = months(window, lines).mapToInt(entry -> entry.countOf(health.care())).sum();
        boolean isDue =
                !(health instanceof BirthCare birth)
                        || months(List.of(birth.birthOf(window)), lines)
                                .anyMatch(HealthMonth::isOfBirth);
        if (!isDue || done >= health.minimumVisits()) {
            return Optional.empty();
        }
        List<String> values =
                new ArrayList<>(
                        List.of(
                                "component",
                                member.member().component(),
                                "from_month",
                                window.get(0).toString(),
                                "until_month",
                                window.get(window.size() - 1).toString(),
                                "minimum_visits",
                                String.valueOf(health.minimumVisits()),
                                "visits",
                                String.valueOf(done)));
        if (health.care() != null) {
            values.addAll(List.of("care", health.care().name()));
        }
        return Optional.of(
                Difference.of(
                        DifferenceCode.HEALTH_VISITS_MADE,
                        member.member().memberId(),
                        values.toArray(String[]::new)));
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

    private static Stream<HealthMonth> months(
            List<YearMonth> window, Map<YearMonth, List<EvidenceLine>> lines) {
        return window.stream()
                .flatMap(month -> lines.getOrDefault(month, List.of()).stream())
                .map(EvidenceLine::entry)
                .filter(HealthMonth.class::isInstance)
                .map(HealthMonth.class::cast);
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
        if (member.reasons().contains(ReasonCodes.CARE_NOT_STATED)) {
            windows(member)
                    .flatMap(List::stream)
                    .distinct()
                    .filter(month -> months(List.of(month), lines).anyMatch(Differences::isSilent))
                    .forEach(
                            month ->
                                    into.add(
                                            Difference.of(
                                                    DifferenceCode.ENTRY_ON_THE_FORM,
                                                    memberId,
                                                    "component",
                                                    component,
                                                    "month",
                                                    month.toString(),
                                                    "form",
                                                    "HEALTH",
                                                    "care",
                                                    CARE_NOT_STATED)));
        }
        EvidenceKind form = policy.evidenceOf(component);
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
                                                form == null ? "HEALTH" : form.name())));
    }

    private static boolean isSilent(HealthMonth month) {
        return month.visits() > 0 && month.cares().isEmpty();
    }
}
