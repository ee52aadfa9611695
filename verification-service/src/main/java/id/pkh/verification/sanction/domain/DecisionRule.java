package id.pkh.verification.sanction.domain;

import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.LocalDate;
import java.util.Optional;

/** The decisions that are possible on a proposal, and the day from which they apply. */
public final class DecisionRule {

    private DecisionRule() {}

    /**
     * Why the decision is not possible on the step, as a reason code; empty when it is possible.
     */
    public static Optional<String> refusal(
            Step step,
            boolean isWithdrawn,
            boolean isDecided,
            DecisionKind decision,
            MoneyEffect effect) {
        if (!step.isProposal()) {
            return Optional.of("STEP_NOT_A_PROPOSAL");
        }
        if (isWithdrawn) {
            return Optional.of("STEP_WITHDRAWN");
        }
        if (isDecided) {
            return Optional.of("ALREADY_DECIDED");
        }
        if (!decision.fits(step)) {
            return Optional.of("DECISION_DOES_NOT_FIT");
        }
        boolean touchesMoney = effect != MoneyEffect.NONE;
        return touchesMoney == (decision == DecisionKind.SUSPEND)
                ? Optional.empty()
                : Optional.of("EFFECT_DOES_NOT_FIT");
    }

    /** The first day after the period of the proposal. */
    public static LocalDate effectiveFrom(VerificationPeriod period) {
        return period.next().firstDay();
    }
}
