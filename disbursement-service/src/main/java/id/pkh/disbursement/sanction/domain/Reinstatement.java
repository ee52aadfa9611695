package id.pkh.disbursement.sanction.domain;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * A family that had left came back. It is not paid for the time away.
 *
 * @param from first day of the membership that began again
 * @param sequence its place among the facts of the family in the verification service
 */
public record Reinstatement(UUID decisionId, LocalDate from, long sequence) {

    public Reinstatement {
        Objects.requireNonNull(decisionId, "decisionId");
        Objects.requireNonNull(from, "from");
    }

    /** Whether the family came back after this exit. */
    public boolean ends(Decision exit) {
        return exit.effect().endsMembership()
                && exit.hasTakenEffect()
                && exit.sequence() < sequence;
    }
}
