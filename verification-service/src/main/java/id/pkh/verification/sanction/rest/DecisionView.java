package id.pkh.verification.sanction.rest;

import id.pkh.verification.sanction.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A decision as clients see it; the lift is set once a suspension has ended. */
public record DecisionView(
        UUID decisionId,
        UUID stepId,
        UUID kpmId,
        String decision,
        String effect,
        LocalDate effectiveFrom,
        String reason,
        String decidedBy,
        Instant decidedAt,
        LiftView lift) {

    /** How a suspension ended. */
    public record LiftView(String reason, String note, String liftedBy, Instant liftedAt) {}

    static DecisionView of(Decision decision) {
        Decision.Lift lift = decision.lift();
        return new DecisionView(
                decision.decisionId(),
                decision.stepId(),
                decision.kpmId(),
                decision.kind().name(),
                decision.effect().name(),
                decision.effectiveFrom(),
                decision.reason(),
                decision.decidedBy(),
                decision.decidedAt(),
                lift == null
                        ? null
                        : new LiftView(
                                lift.reason().name(),
                                lift.note(),
                                lift.liftedBy(),
                                lift.liftedAt()));
    }
}
