package id.pkh.disbursement.intake.messaging;

import id.pkh.contracts.verification.LadderStepIssued;
import id.pkh.contracts.verification.LadderStepWithdrawn;
import id.pkh.contracts.verification.SuspensionDecided;
import id.pkh.contracts.verification.SuspensionLifted;
import id.pkh.contracts.verification.TerminationDecided;
import id.pkh.disbursement.sanction.SanctionFact;
import id.pkh.disbursement.sanction.SanctionFact.DecisionLifted;
import id.pkh.disbursement.sanction.SanctionFact.DecisionTaken;
import id.pkh.disbursement.sanction.SanctionFact.StepIssued;
import id.pkh.disbursement.sanction.SanctionFact.StepWithdrawn;
import id.pkh.disbursement.sanction.domain.Effect;
import id.pkh.disbursement.sanction.domain.LiftReason;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.messaging.failure.PermanentFailure;
import java.util.Arrays;

/** Maps the events of the verification service to sanction facts. */
final class SanctionMapping {

    private static final String SUSPENSION = "SUSPENSION";
    private static final String TERMINATION = "TERMINATION";
    private static final String DECISION_NOT_UNDERSTOOD = "DECISION_NOT_UNDERSTOOD";

    private SanctionMapping() {}

    static SanctionFact issued(ReceivedEvent<? extends LadderStepIssued> event, String step) {
        LadderStepIssued e = event.payload();
        return new StepIssued(
                e.stepId(),
                e.kpmId(),
                e.villageCode(),
                step,
                e.period(),
                e.cause(),
                e.rung(),
                e.running(),
                e.attribution(),
                e.isProtected(),
                e.reasons(),
                e.policyCode(),
                e.legalBasis(),
                e.occurredOn(),
                e.recordedAt(),
                event.meta().sequence());
    }

    static SanctionFact withdrawn(ReceivedEvent<? extends LadderStepWithdrawn> event, String step) {
        LadderStepWithdrawn e = event.payload();
        return new StepWithdrawn(
                e.stepId(),
                e.kpmId(),
                e.villageCode(),
                step,
                e.period(),
                e.cause(),
                e.rung(),
                e.running(),
                e.attribution(),
                e.reason(),
                e.occurredOn(),
                e.recordedAt(),
                event.meta().sequence());
    }

    static SanctionFact decided(ReceivedEvent<SuspensionDecided> event) {
        SuspensionDecided e = event.payload();
        return new DecisionTaken(
                e.decisionId(),
                e.kpmId(),
                e.villageCode(),
                e.stepId(),
                SUSPENSION,
                e.decision(),
                effectOf(e),
                e.period(),
                e.cause(),
                e.effectiveFrom(),
                e.decidedBy(),
                e.occurredOn(),
                e.recordedAt(),
                event.meta().sequence());
    }

    static SanctionFact terminationDecided(ReceivedEvent<TerminationDecided> event) {
        TerminationDecided e = event.payload();
        return new DecisionTaken(
                e.decisionId(),
                e.kpmId(),
                e.villageCode(),
                e.stepId(),
                TERMINATION,
                e.decision(),
                effectOf(e),
                null,
                null,
                e.effectiveFrom(),
                e.decidedBy(),
                e.occurredOn(),
                e.recordedAt(),
                event.meta().sequence());
    }

    static SanctionFact lifted(ReceivedEvent<SuspensionLifted> event) {
        SuspensionLifted e = event.payload();
        return new DecisionLifted(
                e.decisionId(),
                e.kpmId(),
                e.villageCode(),
                liftReasonOf(e),
                e.liftedBy(),
                e.occurredOn(),
                e.recordedAt(),
                event.meta().sequence());
    }

    private static Effect effectOf(SuspensionDecided event) {
        if ("DISMISS".equals(event.decision())) {
            return Effect.NONE;
        }
        if (!"SUSPEND".equals(event.decision())) {
            throw unknown(DECISION_NOT_UNDERSTOOD, "decision", event.decision());
        }
        if ("HOLD".equals(event.effect())) {
            return Effect.HOLD;
        }
        if ("FORFEIT".equals(event.effect())) {
            return Effect.FORFEIT;
        }
        if ("NONE".equals(event.effect())) {
            return Effect.NONE;
        }
        throw unknown(DECISION_NOT_UNDERSTOOD, "effect", event.effect());
    }

    private static Effect effectOf(TerminationDecided event) {
        if ("TERMINATE".equals(event.decision())) {
            return Effect.TERMINATE;
        }
        if ("DISMISS".equals(event.decision())) {
            return Effect.NONE;
        }
        throw unknown(DECISION_NOT_UNDERSTOOD, "decision", event.decision());
    }

    private static LiftReason liftReasonOf(SuspensionLifted event) {
        return Arrays.stream(LiftReason.values())
                .filter(reason -> reason.name().equals(event.reason()))
                .findFirst()
                .orElseThrow(() -> unknown("LIFT_NOT_UNDERSTOOD", "reason", event.reason()));
    }

    /**
     * This service does not guess the effect of a decision or a lift on payments: the event is
     * parked until an operator has examined it.
     */
    private static PermanentFailure unknown(String problem, String field, String code) {
        return new PermanentFailure(problem, "unknown " + field + " " + code);
    }
}
