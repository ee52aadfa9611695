package id.pkh.verification.sanction.domain;

import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.LocalDate;
import java.util.Optional;

/** What an officer can decide on a proposal, and from when it counts. */
public final class DecisionRule {

    private DecisionRule() {}

    /** Why the decision cannot be taken on the step, as a reason code; empty when it can. */
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
