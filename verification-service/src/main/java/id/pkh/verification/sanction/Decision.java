package id.pkh.verification.sanction;

import id.pkh.verification.sanction.domain.DecisionKind;
import id.pkh.verification.sanction.domain.MoneyEffect;
import id.pkh.verification.sanction.domain.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a named officer made of a proposal, and how a suspension ended.
 *
 * @param lift null while a suspension lasts, and for everything that is none
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
