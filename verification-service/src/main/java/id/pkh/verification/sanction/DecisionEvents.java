package id.pkh.verification.sanction;

import id.pkh.contracts.Event;
import id.pkh.contracts.verification.SuspensionDecided;
import id.pkh.contracts.verification.TerminationDecided;
import id.pkh.verification.sanction.domain.Step;

/** Decisions in the published language. */
final class DecisionEvents {

    private DecisionEvents() {}

    static Event decided(Decision decision, IssuedStep step, String villageCode) {
        return decision.step() == Step.TERMINATION_PROPOSED
                ? new TerminationDecided(
                        decision.decisionId(),
                        decision.stepId(),
                        decision.kpmId(),
                        villageCode,
                        decision.kind().name(),
                        decision.effectiveFrom(),
                        decision.decidedBy(),
                        null,
                        null,
                        decision.decidedOn(),
                        decision.decidedAt())
                : new SuspensionDecided(
                        decision.decisionId(),
                        decision.stepId(),
                        decision.kpmId(),
                        villageCode,
                        decision.kind().name(),
                        decision.effect().name(),
                        step.due().period().text(),
                        step.due().cause().name(),
                        decision.effectiveFrom(),
                        decision.decidedBy(),
                        null,
                        null,
                        decision.decidedOn(),
                        decision.decidedAt());
    }
}
