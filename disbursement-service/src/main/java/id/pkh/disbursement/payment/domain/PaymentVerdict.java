package id.pkh.disbursement.payment.domain;

import id.pkh.disbursement.entitlement.domain.EntitlementLine;
import id.pkh.disbursement.entitlement.domain.Rupiah;
import id.pkh.disbursement.sanction.domain.LadderStep;
import java.util.List;
import java.util.UUID;

/**
 * The verdict on a family's payment of a cycle, according to the facts known now.
 *
 * @param transition the transition that the facts require
 * @param amount the amount that is paid, held or forfeited; zero when there is nothing to pay
 * @param lines the lines that make up the amount
 * @param reasons reason codes of the status, then of the warnings
 * @param blockedBy decisions that block the payment, the hardest first, then the oldest
 * @param steps steps on the ladder that are in effect
 */
public record PaymentVerdict(
        PaymentTransition transition,
        Rupiah amount,
        List<EntitlementLine> lines,
        List<String> reasons,
        List<UUID> blockedBy,
        List<LadderStep> steps) {

    public static final String NOT_ACTIVE = "NOT_ACTIVE";
    public static final String OTHER_CHANNEL = "OTHER_CHANNEL";
    public static final String COVERED_BY_OTHER_CYCLE = "COVERED_BY_OTHER_CYCLE";
    public static final String ACCOUNT_MISSING = "ACCOUNT_MISSING";

    public PaymentVerdict {
        lines = List.copyOf(lines);
        reasons = List.copyOf(reasons);
        blockedBy = List.copyOf(blockedBy);
        steps = List.copyOf(steps);
    }

    public boolean isEligible() {
        return transition != PaymentTransition.LOSE;
    }

    /** Whether a payment row is needed: there is an amount, even if it is only the lost amount. */
    public boolean hasAmount() {
        return !amount.isZero();
    }

    /** The family does not belong to the population of the cycle. */
    public boolean isOutsidePopulation() {
        return reasons.contains(NOT_ACTIVE) || reasons.contains(OTHER_CHANNEL);
    }

    public boolean isWarned() {
        return steps.stream().anyMatch(LadderStep::isWarning);
    }
}
