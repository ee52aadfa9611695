package id.pkh.verification.sanction.domain;

import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.util.List;

/**
 * A step that should be in effect, with everything that explains it.
 *
 * @param rung number of the rung reached
 * @param running number of periods in a row, which may be higher than the highest rung
 */
public record DueStep(
        VerificationPeriod period,
        Cause cause,
        int rung,
        int running,
        Step step,
        boolean isProtected,
        Attribution attribution,
        List<String> reasons,
        List<String> notified,
        String policyCode,
        String legalBasis) {

    public DueStep {
        reasons = List.copyOf(reasons);
        notified = List.copyOf(notified);
        if (step == Step.NONE || (isProtected && step.isProposal())) {
            throw new IllegalArgumentException("not a step that can be issued: " + step);
        }
    }

    public StepKey key() {
        return new StepKey(period, cause, rung);
    }
}
