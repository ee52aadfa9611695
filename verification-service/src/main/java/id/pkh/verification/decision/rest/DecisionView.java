package id.pkh.verification.decision.rest;

import id.pkh.verification.decision.Decision;
import id.pkh.verification.decision.domain.LiftReason;
import id.pkh.verification.decision.domain.Measure;
import id.pkh.verification.decision.domain.NoticeRoute;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision as clients see it, with what happened to it since. */
@Schema(name = "Decision")
public record DecisionView(
        UUID decisionId,
        @Schema(nullable = true) UUID stepId,
        @Schema(nullable = true) UUID proposalId,
        UUID kpmId,
        @Schema(implementation = Measure.class) String decision,
        @Schema(enumeration = {"HOLD", "FORFEIT", "NONE"}) String effect,
        @Schema(
                        enumeration = {
                            "TAKEN",
                            "NOTIFIED",
                            "IN_EFFECT",
                            "STAYED",
                            "ENDED",
                            "LIFTED",
                            "SETTLED"
                        })
                String state,
        @Schema(description = "The earliest day; the delivery may make it later")
                LocalDate effectiveFrom,
        @Schema(nullable = true, description = "Of decisions before two people were needed: none")
                String reasonCode,
        String reason,
        @Schema(nullable = true) String preparedBy,
        String decidedBy,
        Instant decidedAt,
        @Schema(nullable = true) DeliveryView delivery,
        @Schema(nullable = true, description = "The day since which it is in effect")
                LocalDate inEffectFrom,
        @Schema(
                        nullable = true,
                        description = "First day of the membership with which the exit ended")
                LocalDate endedOn,
        @Schema(nullable = true) LiftView lift) {

    /** How the family was notified. */
    @Schema(name = "DecisionDelivery")
    public record DeliveryView(
            UUID noticeId,
            @Schema(implementation = NoticeRoute.class) String route,
            LocalDate deliveredOn,
            @Schema(description = "The day from which the decision applies")
                    LocalDate effectDueOn) {}

    /** How it was lifted. */
    @Schema(name = "DecisionLift")
    public record LiftView(
            @Schema(implementation = LiftReason.class) String reason,
            @Schema(nullable = true) String note,
            String liftedBy,
            Instant liftedAt) {}

    static DecisionView of(Decision decision) {
        Decision.Lift lift = decision.lift();
        Decision.Delivery delivery = decision.delivery();
        return new DecisionView(
                decision.decisionId(),
                decision.stepId(),
                decision.proposalId(),
                decision.kpmId(),
                decision.measure().name(),
                decision.effect().name(),
                decision.state().name(),
                decision.effectiveFrom(),
                decision.reasonCode(),
                decision.note(),
                decision.preparedBy(),
                decision.decidedBy(),
                decision.decidedAt(),
                delivery == null
                        ? null
                        : new DeliveryView(
                                delivery.noticeId(),
                                delivery.route().name(),
                                delivery.deliveredOn(),
                                delivery.effectDueOn()),
                inEffectFrom(decision),
                decision.endedOn(),
                lift == null
                        ? null
                        : new LiftView(
                                lift.reason().name(),
                                lift.note(),
                                lift.liftedBy(),
                                lift.liftedAt()));
    }

    private static LocalDate inEffectFrom(Decision decision) {
        return decision.isAsRecorded() && decision.measure().isAgainstFamily()
                ? decision.effectiveFrom()
                : decision.inEffectFrom();
    }
}
