package id.pkh.disbursement.sanction.rest;

import id.pkh.disbursement.sanction.Standings.RecordedDecision;
import id.pkh.disbursement.sanction.Standings.RecordedReinstatement;
import id.pkh.disbursement.sanction.Standings.RecordedStep;
import id.pkh.disbursement.sanction.Standings.Standing;
import id.pkh.disbursement.sanction.domain.Effect;
import id.pkh.disbursement.sanction.domain.LadderStep;
import id.pkh.disbursement.sanction.domain.LiftReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "RecordedStanding",
        description = "A family's steps and decisions as recorded by this service.")
record StandingView(
        UUID kpmId,
        String villageCode,
        @Schema(nullable = true, description = "Status, with the registry's code") String status,
        @Schema(description = "Whether a warning is in effect") boolean warned,
        @Schema(description = "Whether a decision that blocks payments is in effect")
                boolean suspended,
        List<WarningView> warnings,
        @Schema(description = "Steps in effect") List<StepView> steps,
        List<StepView> withdrawnSteps,
        @Schema(description = "Decisions, lifted ones too") List<DecisionView> decisions,
        @Schema(description = "How the family came back after it had left; nothing before is paid")
                List<ReinstatementView> reinstatements) {

    static StandingView of(Standing standing) {
        List<RecordedStep> standingSteps =
                standing.steps().stream().filter(RecordedStep::standing).toList();
        List<WarningView> warnings =
                standingSteps.stream()
                        .filter(step -> LadderStep.SUSPENSION_WARNING.equals(step.step()))
                        .map(WarningView::of)
                        .toList();
        return new StandingView(
                standing.kpmId(),
                standing.villageCode(),
                standing.status(),
                !warnings.isEmpty(),
                standing.decisions().stream()
                        .anyMatch(d -> d.isInEffect() && !"NONE".equals(d.effect())),
                warnings,
                standingSteps.stream().map(StepView::of).toList(),
                standing.steps().stream().filter(s -> !s.standing()).map(StepView::of).toList(),
                standing.decisions().stream().map(DecisionView::of).toList(),
                standing.reinstatements().stream().map(ReinstatementView::of).toList());
    }

    @Schema(name = "RecordedWarning", description = "A warning in effect.")
    record WarningView(
            UUID stepId, String cause, String period, boolean isProtected, List<String> reasons) {
        static WarningView of(RecordedStep step) {
            return new WarningView(
                    step.stepId(),
                    step.cause(),
                    step.period(),
                    Boolean.TRUE.equals(step.isProtected()),
                    step.reasons());
        }
    }

    @Schema(name = "RecordedStep", description = "A step on the ladder.")
    record StepView(
            UUID stepId,
            @Schema(
                            enumeration = {
                                "REMINDER",
                                "SUSPENSION_WARNING",
                                "SUSPENSION_PROPOSED",
                                "TERMINATION_PROPOSED"
                            })
                    String step,
            String period,
            String cause,
            int rung,
            int running,
            String attribution,
            @Schema(nullable = true, description = "Missing while only the withdrawal is known")
                    Boolean isProtected,
            List<String> reasons,
            @Schema(nullable = true) String policyCode,
            @Schema(nullable = true) String legalBasis,
            boolean standing,
            @Schema(nullable = true) Instant issuedAt,
            @Schema(nullable = true) Instant withdrawnAt,
            @Schema(nullable = true) String withdrawalReason) {
        static StepView of(RecordedStep step) {
            return new StepView(
                    step.stepId(),
                    step.step(),
                    step.period(),
                    step.cause(),
                    step.rung(),
                    step.running(),
                    step.attribution(),
                    step.isProtected(),
                    step.reasons(),
                    step.policyCode(),
                    step.legalBasis(),
                    step.standing(),
                    step.issuedAt(),
                    step.withdrawnAt(),
                    step.withdrawalReason());
        }
    }

    @Schema(
            name = "RecordedDecision",
            description = "A decision, as far as its facts have arrived.")
    record DecisionView(
            UUID decisionId,
            @Schema(nullable = true) UUID stepId,
            @Schema(
                            nullable = true,
                            enumeration = {"SUSPENSION", "TERMINATION", "EXIT"})
                    String kind,
            @Schema(
                            nullable = true,
                            enumeration = {
                                "SUSPEND",
                                "TERMINATE",
                                "DECEASE",
                                "MOVE",
                                "GRADUATE",
                                "INELIGIBLE",
                                "DISMISS"
                            })
                    String decision,
            @Schema(nullable = true, implementation = Effect.class) String effect,
            @Schema(nullable = true) String period,
            @Schema(nullable = true) String cause,
            @Schema(nullable = true) LocalDate effectiveFrom,
            @Schema(
                            nullable = true,
                            deprecated = true,
                            description =
                                    "Always null: the verification service keeps the text, under"
                                            + " the id of the decision")
                    String reason,
            @Schema(nullable = true, description = "Null in decisions of one person, of before")
                    String preparedBy,
            @Schema(nullable = true) String decidedBy,
            @Schema(nullable = true) Instant decidedAt,
            @Schema(description = "Whether it waits for the delivery of its notice")
                    boolean awaitsNotice,
            @Schema(nullable = true) String noticeRoute,
            @Schema(nullable = true, description = "Null in decisions of before, without a notice")
                    Instant inEffectAt,
            @Schema(description = "Whether an open appeal stays it") boolean stayed,
            boolean stands,
            @Schema(nullable = true, implementation = LiftReason.class) String liftReason,
            @Schema(nullable = true) String liftedBy,
            @Schema(nullable = true) Instant liftedAt) {
        static DecisionView of(RecordedDecision decision) {
            return new DecisionView(
                    decision.decisionId(),
                    decision.stepId(),
                    decision.kind(),
                    decision.decision(),
                    decision.effect(),
                    decision.period(),
                    decision.cause(),
                    decision.effectiveFrom(),
                    null,
                    decision.preparedBy(),
                    decision.decidedBy(),
                    decision.decidedAt(),
                    decision.awaitsNotice(),
                    decision.noticeRoute(),
                    decision.inEffectAt(),
                    decision.stayed(),
                    decision.isInEffect(),
                    decision.liftReason(),
                    decision.liftedBy(),
                    decision.liftedAt());
        }
    }

    @Schema(name = "RecordedReinstatement", description = "A family that had left came back.")
    record ReinstatementView(
            UUID decisionId,
            LocalDate effectiveFrom,
            String preparedBy,
            String decidedBy,
            Instant decidedAt) {
        static ReinstatementView of(RecordedReinstatement back) {
            return new ReinstatementView(
                    back.decisionId(),
                    back.effectiveFrom(),
                    back.preparedBy(),
                    back.decidedBy(),
                    back.decidedAt());
        }
    }
}
