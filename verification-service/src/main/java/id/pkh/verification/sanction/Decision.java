package id.pkh.verification.sanction;

import id.pkh.verification.sanction.domain.DecisionKind;
import id.pkh.verification.sanction.domain.MoneyEffect;
import id.pkh.verification.sanction.domain.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The decision of a named officer on a proposal, and the end of a suspension.
 *
 * @param lift null while a suspension lasts, and for every other decision
 */
public record Decision(
        UUID decisionId,
        UUID stepId,
        Step step,
        UUID kpmId,
        DecisionKind kind,
        MoneyEffect effect,
        LocalDate effectiveFrom,
        String reason,
        String decidedBy,
        LocalDate decidedOn,
        Instant decidedAt,
        Lift lift) {

    /**
     * The end of a suspension.
     *
     * @param note what the officer wrote; null when no person lifted it
     */
    public record Lift(
            LiftReason reason,
            String note,
            String liftedBy,
            LocalDate liftedOn,
            Instant liftedAt) {}

    public boolean isLifted() {
        return lift != null;
    }
}
