package id.pkh.verification.decision.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How families are notified and how they can appeal, from a day on.
 *
 * @param routes the routes that count as a delivery
 * @param daysUntilEffect between the delivery of a decision and its effect
 * @param attemptsUntilPosted attempts that must have failed before a notice may be posted
 * @param daysUntilNotified days without a delivery after which the coordinator is notified
 * @param decisionAppealDays days for an appeal against a decision, from its delivery
 * @param appealDecisionDays days in which the office decides an appeal
 * @param appealStays measures and effects that an open appeal stays
 * @param isComplianceLiftByPerson whether a person confirms that a suspension ends because the
 *     commitments are met again
 * @param suspensionReminderDays days after which an officer is reminded of a suspension
 */
public record NoticePolicy(
        String policyCode,
        LocalDate validFrom,
        String legalBasis,
        Set<NoticeRoute> routes,
        int daysUntilEffect,
        int attemptsUntilPosted,
        int daysUntilNotified,
        int decisionAppealDays,
        int appealDecisionDays,
        Set<String> appealStays,
        boolean isComplianceLiftByPerson,
        int suspensionReminderDays) {

    public NoticePolicy {
        routes = Set.copyOf(routes);
        appealStays = Set.copyOf(appealStays);
    }

    /** The policy that is in force on a day; the policies are in the order of their first days. */
    public static NoticePolicy inForceOn(LocalDate day, List<NoticePolicy> policies) {
        return policies.stream()
                .filter(policy -> !policy.validFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("no notice policy on " + day));
    }

    /** Why a delivery does not count, as a reason code; empty when it does. */
    public Optional<String> refusal(NoticeRoute route, int failedAttempts) {
        if (!routes.contains(route)) {
            return Optional.of("NOTICE_ROUTE_DOES_NOT_COUNT");
        }
        return route == NoticeRoute.POSTED && failedAttempts < attemptsUntilPosted
                ? Optional.of("NOTICE_ATTEMPTS_MISSING")
                : Optional.empty();
    }

    /** Whether an open appeal stays the decision. */
    public boolean isStayedByAppeal(Measure measure, MoneyEffect effect) {
        return appealStays.contains(
                measure == Measure.SUSPEND ? measure + "_" + effect : measure.name());
    }
}
