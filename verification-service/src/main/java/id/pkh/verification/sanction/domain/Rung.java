package id.pkh.verification.sanction.domain;

import id.pkh.verification.signal.domain.Cause;
import java.util.List;

/**
 * One row of the ladder.
 *
 * @param running the rung is reached after this number of signals in a row; also its number
 * @param isProtected the family is notified, and no suspension can be proposed
 * @param notified the roles that are notified besides the family
 */
public record Rung(
        Cause cause, int running, Step step, boolean isProtected, List<String> notified) {

    public Rung {
        notified = List.copyOf(notified);
        if (running < 1) {
            throw new IllegalArgumentException(
                    "a rung is reached after one period or more, not " + running);
        }
        if (isProtected && step.isProposal()) {
            throw new IllegalArgumentException(
                    "nothing can be proposed on a protected rung: %s %d".formatted(cause, running));
        }
    }
}
