package id.pkh.disbursement.payment.domain;

import id.pkh.disbursement.entitlement.domain.EntitlementLine;
import id.pkh.disbursement.entitlement.domain.Rupiah;
import id.pkh.disbursement.sanction.domain.LadderStep;
import java.util.List;
import java.util.UUID;

/**
 * One family's payment of one cycle: at most one regular and at most one compensating.
 *
 * @param amount more than zero; the amount that is paid, held, forfeited or lost
 * @param blockedBy decisions that block the payment, the hardest first, then the oldest
 * @param steps steps on the ladder that were in effect at the last recomputation
 * @param compensates the held payment that this one makes up for; null for a regular one
 */
public record Payment(
        UUID paymentId,
        UUID kpmId,
        UUID cycleId,
        PaymentKind kind,
        String villageCode,
        Rupiah amount,
        PaymentStatus status,
        List<EntitlementLine> lines,
        List<String> reasons,
        List<UUID> blockedBy,
        List<LadderStep> steps,
        UUID compensates) {

    public Payment {
        lines = List.copyOf(lines);
        reasons = List.copyOf(reasons);
        blockedBy = List.copyOf(blockedBy);
        steps = List.copyOf(steps);
        if (amount.isZero()) {
            throw new IllegalArgumentException(
                    "the amount of a payment must not be zero: " + paymentId);
        }
    }

    public static Payment planned(
            UUID paymentId, UUID kpmId, UUID cycleId, String villageCode, PaymentVerdict verdict) {
        return new Payment(
                paymentId,
                kpmId,
                cycleId,
                PaymentKind.REGULAR,
                villageCode,
                verdict.amount(),
                follow(PaymentState.planned(PaymentStatus.NOT_ELIGIBLE), verdict.transition()),
                verdict.lines(),
                verdict.reasons(),
                verdict.blockedBy(),
                verdict.steps(),
                null);
    }

    /**
     * This payment according to the facts known now. If the family is no longer entitled, the
     * amount stays as the amount that was lost.
     */
    public Payment revised(String village, PaymentVerdict verdict) {
        return new Payment(
                paymentId,
                kpmId,
                cycleId,
                kind,
                village,
                verdict.hasAmount() ? verdict.amount() : amount,
                follow(PaymentState.planned(status), verdict.transition()),
                verdict.hasAmount() ? verdict.lines() : lines,
                verdict.reasons(),
                verdict.blockedBy(),
                verdict.steps(),
                compensates);
    }

    /** The payment that compensates this one. */
    public Payment compensation(UUID newPaymentId, String reason) {
        return new Payment(
                newPaymentId,
                kpmId,
                cycleId,
                PaymentKind.COMPENSATING,
                villageCode,
                amount,
                PaymentStatus.PAYABLE,
                lines,
                List.of(reason),
                List.of(),
                List.of(),
                paymentId);
    }

    public boolean isWarned() {
        return steps.stream().anyMatch(LadderStep::isWarning);
    }

    public List<EntitlementLine> paidLines() {
        return lines.stream().filter(EntitlementLine::isPaid).toList();
    }

    private static PaymentStatus follow(PaymentState state, PaymentTransition transition) {
        return state.on(transition).orElseThrow().status();
    }
}
