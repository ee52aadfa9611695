package id.pkh.verification.decision;

import id.pkh.platform.web.Refused;
import id.pkh.verification.decision.Matters.OpenMatter;
import id.pkh.verification.sanction.IssuedStep;
import jakarta.enterprise.context.ApplicationScoped;

/** Adds to a refusal what holds now in place of what the caller saw. */
@ApplicationScoped
class PresentState {

    private final Decisions decisions;

    PresentState(Decisions decisions) {
        this.decisions = decisions;
    }

    Refused of(Refused refused, OpenMatter matter) {
        refused.with("step", matter.words()).with("subject_id", matter.subjectId());
        IssuedStep step = matter.step();
        if (step == null) {
            return refused;
        }
        if (step.isWithdrawn()) {
            refused.with("withdrawal_reason", step.withdrawalReason().name())
                    .with("withdrawn_at", step.withdrawnAt());
        }
        decisions
                .onStep(step.stepId())
                .ifPresent(
                        standing ->
                                refused.with("decision_id", standing.decisionId())
                                        .with("decision", standing.measure().name())
                                        .with("decided_at", standing.decidedAt()));
        return refused;
    }
}
