package id.pkh.verification.sanction.domain;

import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.util.Comparator;

/** Identifies a step of a family: only one is in effect for each period, cause and rung. */
public record StepKey(VerificationPeriod period, Cause cause, int rung)
        implements Comparable<StepKey> {

    private static final Comparator<StepKey> ORDER =
            Comparator.comparing(StepKey::period)
                    .thenComparing(StepKey::cause)
                    .thenComparing(StepKey::rung);

    @Override
    public int compareTo(StepKey other) {
        return ORDER.compare(this, other);
    }
}
