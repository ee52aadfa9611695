package id.pkh.verification.compliance.domain;

import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;

/**
 * Derives the results of a family's commitments in a quarter from facts alone. See {@code
 * docs/rules/commitments.md}.
 *
 * <p>Missing data is never a failure of the family: a missing entry makes a window NOT_VERIFIED,
 * and the attribution depends on whether the school or the health service sent a form.
 */
public final class ComplianceRule {

    private ComplianceRule() {}

    public static FamilyAssessment assess(
            VerificationPeriod quarter, List<MemberFacts> members, CommitmentPolicy policy) {
        return new FamilyAssessment(
                quarter, members.stream().map(member -> assess(quarter, member, policy)).toList());
    }

    /**
     * Whether evidence is missing, so that it matters which forms came. For every other person the
     * result is the same whatever the forms.
     */
    public static boolean dependsOnForms(
            VerificationPeriod quarter, MemberFacts facts, CommitmentPolicy policy) {
        return assess(quarter, facts, policy).result() == CommitmentResult.NOT_VERIFIED;
    }

    /**
     * The windows of a person's commitment that are due in a quarter. None are known while they
     * depend on an age that is not recorded.
     */
    public static List<WindowAssessment> windows(
            VerificationPeriod quarter, MemberFacts facts, CommitmentPolicy policy) {
        if (isAgeMissing(quarter, facts, policy)) {
            return List.of();
        }
        return commitmentsOf(quarter, facts, policy).stream()
                .flatMap(
                        c ->
                                c.windowsEndingIn(quarter.months()).stream()
                                        .filter(w -> c.isDueFor(facts, w))
                                        .map(w -> assess(c, w, facts)))
                .filter(w -> w.result() != CommitmentResult.NOT_DUE)
                .toList();
    }

    private static MemberAssessment assess(
            VerificationPeriod quarter, MemberFacts facts, CommitmentPolicy policy) {
        if (isAgeMissing(quarter, facts, policy)) {
            return ageUnknown(facts);
        }
        List<WindowAssessment> windows = windows(quarter, facts, policy);
        return windows.isEmpty()
                ? notDue(facts, commitmentsOf(quarter, facts, policy))
                : worstOf(facts.member(), windows);
    }

    private static boolean isAgeMissing(
            VerificationPeriod quarter, MemberFacts facts, CommitmentPolicy policy) {
        return facts.birthMonth() == null
                && facts.heldDuring(quarter)
                && policy.dependsOnAge(facts.member().component());
    }

    private static List<Commitment> commitmentsOf(
            VerificationPeriod quarter, MemberFacts facts, CommitmentPolicy policy) {
        int age = facts.birthMonth() == null ? 0 : facts.ageMonthsOn(quarter.firstDay());
        return policy.of(facts.member().component(), age);
    }

    private static WindowAssessment assess(
            Commitment commitment, List<YearMonth> window, MemberFacts facts) {
        List<YearMonth> months = window.stream().filter(facts::heldAllOf).toList();
        if (months.isEmpty()) {
            return WindowAssessment.notDue(window);
        }
        // Java 17 has no switch over sealed types
        return commitment instanceof SchoolAttendance school
                ? schoolWindow(school, months.get(0), facts)
                : healthWindow((HealthCommitment) commitment, window, months, facts);
    }

    private static WindowAssessment schoolWindow(
            SchoolAttendance school, YearMonth month, MemberFacts facts) {
        List<YearMonth> window = List.of(month);
        if (facts.exemptMonths().contains(month)) {
            return WindowAssessment.exempt(window, ReasonCodes.EXEMPTION);
        }
        List<CommitmentResult> results =
                facts.evidence().getOrDefault(month, List.of()).stream()
                        .filter(SchoolMonth.class::isInstance)
                        .map(e -> school.resultOf((SchoolMonth) e))
                        .toList();
        if (results.isEmpty()) {
            return WindowAssessment.notVerified(window, List.of(month), facts, EvidenceKind.SCHOOL);
        }
        if (results.contains(CommitmentResult.MET)) {
            return WindowAssessment.met(window);
        }
        return results.contains(CommitmentResult.EXEMPT)
                ? WindowAssessment.exempt(window, ReasonCodes.SERVICE_CLOSED)
                : WindowAssessment.notMet(window, ReasonCodes.SCHOOL_ATTENDANCE_BELOW_THRESHOLD);
    }

    private static WindowAssessment healthWindow(
            HealthCommitment health,
            List<YearMonth> window,
            List<YearMonth> months,
            MemberFacts facts) {
        int visits = months.stream().mapToInt(month -> visitsIn(month, health, facts)).sum();
        if (visits >= health.minimumVisits()) {
            return WindowAssessment.met(window);
        }
        List<YearMonth> unknown = months.stream().filter(month -> isUnknown(month, facts)).toList();
        if (!unknown.isEmpty()) {
            return WindowAssessment.notVerified(window, unknown, facts, health.evidence());
        }
        if (months.stream().anyMatch(month -> isCareUnknown(month, health, facts))) {
            return WindowAssessment.careNotStated(window);
        }
        if (months.stream().allMatch(month -> isClosed(month, facts))) {
            boolean byExemption = months.stream().anyMatch(facts.exemptMonths()::contains);
            return WindowAssessment.exempt(
                    window, byExemption ? ReasonCodes.EXEMPTION : ReasonCodes.SERVICE_CLOSED);
        }
        return WindowAssessment.notMet(
                window,
                health.care() == null
                        ? ReasonCodes.HEALTH_VISITS_TOO_FEW
                        : ReasonCodes.HEALTH_CARE_MISSING);
    }

    private static int visitsIn(YearMonth month, HealthCommitment commitment, MemberFacts facts) {
        return health(month, facts).stream()
                .mapToInt(entry -> entry.countOf(commitment.care()))
                .sum();
    }

    private static boolean isCareUnknown(
            YearMonth month, HealthCommitment commitment, MemberFacts facts) {
        return !facts.exemptMonths().contains(month)
                && health(month, facts).stream().anyMatch(e -> !e.tells(commitment.care()));
    }

    private static boolean isUnknown(YearMonth month, MemberFacts facts) {
        return !facts.exemptMonths().contains(month) && health(month, facts).isEmpty();
    }

    private static boolean isClosed(YearMonth month, MemberFacts facts) {
        return facts.exemptMonths().contains(month)
                || health(month, facts).stream().allMatch(HealthMonth::isClosed);
    }

    private static List<HealthMonth> health(YearMonth month, MemberFacts facts) {
        return facts.evidence().getOrDefault(month, List.of()).stream()
                .filter(HealthMonth.class::isInstance)
                .map(HealthMonth.class::cast)
                .toList();
    }

    private static MemberAssessment worstOf(
            MemberComponent member, List<WindowAssessment> windows) {
        CommitmentResult worst =
                windows.stream()
                        .map(WindowAssessment::result)
                        .reduce(CommitmentResult.NOT_DUE, CommitmentResult::orWorse);
        List<WindowAssessment> behind = windows.stream().filter(w -> w.result() == worst).toList();
        TreeSet<String> reasons = new TreeSet<>();
        behind.forEach(w -> reasons.addAll(w.reasons()));
        Attribution whose =
                behind.stream()
                        .map(WindowAssessment::attribution)
                        .sorted()
                        .findFirst()
                        .orElse(Attribution.NOBODY);
        boolean failed =
                worst == CommitmentResult.NOT_MET || worst == CommitmentResult.NOT_VERIFIED;
        return new MemberAssessment(
                member,
                worst,
                whose,
                List.copyOf(reasons),
                failed
                        ? behind.stream().map(WindowAssessment::text).distinct().toList()
                        : List.of());
    }

    private static MemberAssessment ageUnknown(MemberFacts facts) {
        return new MemberAssessment(
                facts.member(),
                CommitmentResult.NOT_VERIFIED,
                Attribution.FACILITATOR,
                List.of(ReasonCodes.BIRTH_MONTH_NOT_RECORDED),
                List.of());
    }

    private static MemberAssessment notDue(MemberFacts facts, List<Commitment> commitments) {
        return new MemberAssessment(
                facts.member(),
                CommitmentResult.NOT_DUE,
                Attribution.NOBODY,
                commitments.isEmpty() ? List.of(ReasonCodes.NO_COMMITMENT) : List.of(),
                List.of());
    }
}
