package id.pkh.verification.sanction.rest;

import id.pkh.verification.sanction.Decision;
import id.pkh.verification.sanction.LiftReason;
import id.pkh.verification.sanction.domain.DecisionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision as clients see it; the lift is set once a suspension has ended. */
public record DecisionView(
        UUID decisionId,
        UUID stepId,
        UUID kpmId,
        @Schema(implementation = DecisionKind.class) String decision,
        @Schema(enumeration = {"HOLD", "FORFEIT", "NONE"}) String effect,
        LocalDate effectiveFrom,
        String reason,
        String decidedBy,
        Instant decidedAt,
        @Schema(nullable = true) LiftView lift) {

    /** How a suspension ended. */
    @Schema(name = "SuspensionLift")
    public record LiftView(
            @Schema(implementation = LiftReason.class) String reason,
            @Schema(nullable = true) String note,
            String liftedBy,
            Instant liftedAt) {}

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
