package id.pkh.disbursement.sanction.rest;

import id.pkh.disbursement.sanction.Standings.KnownDecision;
import id.pkh.disbursement.sanction.Standings.KnownStep;
import id.pkh.disbursement.sanction.Standings.Standing;
import id.pkh.disbursement.sanction.domain.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What is known here of a family's steps and decisions.")
record StandingView(
        UUID kpmId,
        String villageCode,
        @Schema(nullable = true, description = "Status in the registry's words") String status,
        @Schema(description = "Whether a warning stands") boolean warned,
        @Schema(description = "Whether a decision stands against paying") boolean suspended,
        List<WarningView> warnings,
        @Schema(description = "Steps that stand") List<StepView> steps,
        List<StepView> withdrawnSteps,
        @Schema(description = "Decisions, lifted ones too") List<DecisionView> decisions) {

    static StandingView of(Standing standing) {
        List<KnownStep> standingSteps =
                standing.steps().stream().filter(KnownStep::standing).toList();
        List<WarningView> warnings =
                standingSteps.stream()
                        .filter(step -> Step.SUSPENSION_WARNING.equals(step.step()))
                        .map(WarningView::of)
                        .toList();
        return new StandingView(
                standing.kpmId(),
                standing.villageCode(),
                standing.status(),
                !warnings.isEmpty(),
                standing.decisions().stream()
                        .anyMatch(d -> d.stands() && !"NONE".equals(d.effect())),
                warnings,
                standingSteps.stream().map(StepView::of).toList(),
                standing.steps().stream().filter(s -> !s.standing()).map(StepView::of).toList(),
                standing.decisions().stream().map(DecisionView::of).toList());
    }

    @Schema(description = "A warning that stands.")
    record WarningView(
            UUID stepId, String cause, String period, boolean isProtected, List<String> reasons) {
        static WarningView of(KnownStep step) {
            return new WarningView(
                    step.stepId(),
                    step.cause(),
                    step.period(),
                    Boolean.TRUE.equals(step.isProtected()),
                    step.reasons());
        }
    }

    @Schema(description = "A step on the ladder.")
    record StepView(
            UUID stepId,
            String step,
            String period,
            String cause,
            int rung,
            int running,
            String attribution,
            @Schema(nullable = true, description = "Missing while only its withdrawal is known")
                    Boolean isProtected,
            List<String> reasons,
            @Schema(nullable = true) String policyCode,
            @Schema(nullable = true) String legalBasis,
            boolean standing,
            @Schema(nullable = true) Instant issuedAt,
            @Schema(nullable = true) Instant withdrawnAt,
            @Schema(nullable = true) String withdrawalReason) {
        static StepView of(KnownStep step) {
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

    @Schema(description = "An officer's decision; only the lift is known when it came first.")
    record DecisionView(
            UUID decisionId,
            @Schema(nullable = true) UUID stepId,
            @Schema(nullable = true, description = "SUSPENSION or TERMINATION") String kind,
            @Schema(nullable = true, description = "SUSPEND, TERMINATE or DISMISS") String decision,
            @Schema(nullable = true, description = "HOLD, FORFEIT, TERMINATE or NONE")
                    String effect,
            @Schema(nullable = true) String period,
            @Schema(nullable = true) String cause,
            @Schema(nullable = true) LocalDate effectiveFrom,
            @Schema(nullable = true) String reason,
            @Schema(nullable = true) String decidedBy,
            @Schema(nullable = true) Instant decidedAt,
            boolean stands,
            @Schema(nullable = true) String liftReason,
            @Schema(nullable = true) String liftedBy,
            @Schema(nullable = true) Instant liftedAt) {
        static DecisionView of(KnownDecision decision) {
            return new DecisionView(
                    decision.decisionId(),
                    decision.stepId(),
                    decision.kind(),
                    decision.decision(),
                    decision.effect(),
                    decision.period(),
                    decision.cause(),
                    decision.effectiveFrom(),
                    decision.reason(),
                    decision.decidedBy(),
                    decision.decidedAt(),
                    decision.stands(),
                    decision.liftReason(),
                    decision.liftedBy(),
                    decision.liftedAt());
        }
    }
}
