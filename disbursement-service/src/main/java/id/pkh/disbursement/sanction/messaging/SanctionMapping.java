package id.pkh.disbursement.sanction.messaging;

import id.pkh.contracts.verification.ReminderIssued;
import id.pkh.contracts.verification.ReminderWithdrawn;
import id.pkh.contracts.verification.SuspensionDecided;
import id.pkh.contracts.verification.SuspensionLifted;
import id.pkh.contracts.verification.SuspensionProposalWithdrawn;
import id.pkh.contracts.verification.SuspensionProposed;
import id.pkh.contracts.verification.SuspensionWarningIssued;
import id.pkh.contracts.verification.SuspensionWarningWithdrawn;
import id.pkh.contracts.verification.TerminationDecided;
import id.pkh.contracts.verification.TerminationProposalWithdrawn;
import id.pkh.contracts.verification.TerminationProposed;
import id.pkh.disbursement.payment.Occasion;
import id.pkh.disbursement.sanction.SanctionFact;
import id.pkh.disbursement.sanction.SanctionFact.DecisionLifted;
import id.pkh.disbursement.sanction.SanctionFact.DecisionTaken;
import id.pkh.disbursement.sanction.SanctionFact.StepIssued;
import id.pkh.disbursement.sanction.SanctionFact.StepWithdrawn;
import id.pkh.disbursement.sanction.domain.Effect;
import id.pkh.disbursement.sanction.domain.Step;
import id.pkh.platform.messaging.PermanentFailure;
import id.pkh.platform.messaging.ReceivedEvent;

/**
 * From the verification service's words to ours. The events of a ladder have the same fields but no
 * type in common.
 */
final class SanctionMapping {

    private static final String SUSPENSION = "SUSPENSION";
    private static final String TERMINATION = "TERMINATION";

    private SanctionMapping() {}

    static SanctionFact issued(ReceivedEvent<ReminderIssued> event) {
        ReminderIssued e = event.payload();
        return new StepIssued(
                e.stepId(),
                e.kpmId(),
                e.villageCode(),
                Step.REMINDER,
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
                event.meta().sequence(),
                Occasion.of(event.meta()));
    }

    static SanctionFact warningIssued(ReceivedEvent<SuspensionWarningIssued> event) {
        SuspensionWarningIssued e = event.payload();
        return new StepIssued(
                e.stepId(),
                e.kpmId(),
                e.villageCode(),
                Step.SUSPENSION_WARNING,
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
                event.meta().sequence(),
                Occasion.of(event.meta()));
    }

    static SanctionFact suspensionProposed(ReceivedEvent<SuspensionProposed> event) {
        SuspensionProposed e = event.payload();
        return new StepIssued(
                e.stepId(),
                e.kpmId(),
                e.villageCode(),
                Step.SUSPENSION_PROPOSED,
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
                event.meta().sequence(),
                Occasion.of(event.meta()));
    }

    static SanctionFact terminationProposed(ReceivedEvent<TerminationProposed> event) {
        TerminationProposed e = event.payload();
        return new StepIssued(
                e.stepId(),
                e.kpmId(),
                e.villageCode(),
                Step.TERMINATION_PROPOSED,
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
                event.meta().sequence(),
                Occasion.of(event.meta()));
    }

    static SanctionFact withdrawn(ReceivedEvent<ReminderWithdrawn> event) {
        ReminderWithdrawn e = event.payload();
        return new StepWithdrawn(
                e.stepId(),
                e.kpmId(),
                e.villageCode(),
                Step.REMINDER,
                e.period(),
                e.cause(),
                e.rung(),
                e.running(),
                e.attribution(),
                e.reason(),
                e.occurredOn(),
                e.recordedAt(),
                event.meta().sequence(),
                Occasion.of(event.meta()));
    }

    static SanctionFact warningWithdrawn(ReceivedEvent<SuspensionWarningWithdrawn> event) {
        SuspensionWarningWithdrawn e = event.payload();
        return new StepWithdrawn(
                e.stepId(),
                e.kpmId(),
                e.villageCode(),
                Step.SUSPENSION_WARNING,
                e.period(),
                e.cause(),
                e.rung(),
                e.running(),
                e.attribution(),
                e.reason(),
                e.occurredOn(),
                e.recordedAt(),
                event.meta().sequence(),
                Occasion.of(event.meta()));
    }

    static SanctionFact suspensionWithdrawn(ReceivedEvent<SuspensionProposalWithdrawn> event) {
        SuspensionProposalWithdrawn e = event.payload();
        return new StepWithdrawn(
                e.stepId(),
                e.kpmId(),
                e.villageCode(),
                Step.SUSPENSION_PROPOSED,
                e.period(),
                e.cause(),
                e.rung(),
                e.running(),
                e.attribution(),
                e.reason(),
                e.occurredOn(),
                e.recordedAt(),
                event.meta().sequence(),
                Occasion.of(event.meta()));
    }

    static SanctionFact terminationWithdrawn(ReceivedEvent<TerminationProposalWithdrawn> event) {
        TerminationProposalWithdrawn e = event.payload();
        return new StepWithdrawn(
                e.stepId(),
                e.kpmId(),
                e.villageCode(),
                Step.TERMINATION_PROPOSED,
                e.period(),
                e.cause(),
                e.rung(),
                e.running(),
                e.attribution(),
                e.reason(),
                e.occurredOn(),
                e.recordedAt(),
                event.meta().sequence(),
                Occasion.of(event.meta()));
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
                e.reason(),
                e.occurredOn(),
                e.recordedAt(),
                event.meta().sequence(),
                Occasion.of(event.meta()));
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
                e.reason(),
                e.occurredOn(),
                e.recordedAt(),
                event.meta().sequence(),
                Occasion.of(event.meta()));
    }

    static SanctionFact lifted(ReceivedEvent<SuspensionLifted> event) {
        SuspensionLifted e = event.payload();
        return new DecisionLifted(
                e.decisionId(),
                e.kpmId(),
                e.villageCode(),
                e.reason(),
                e.liftedBy(),
                e.occurredOn(),
                e.recordedAt(),
                event.meta().sequence(),
                Occasion.of(event.meta()));
    }

    private static Effect effectOf(SuspensionDecided event) {
        if ("DISMISS".equals(event.decision())) {
            return Effect.NONE;
        }
        if (!"SUSPEND".equals(event.decision())) {
            throw unknown("decision", event.decision());
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
        throw unknown("effect", event.effect());
    }

    private static Effect effectOf(TerminationDecided event) {
        if ("TERMINATE".equals(event.decision())) {
            return Effect.TERMINATE;
        }
        if ("DISMISS".equals(event.decision())) {
            return Effect.NONE;
        }
        throw unknown("decision", event.decision());
    }

    /**
     * A decision about money that is not understood is nobody's to guess: it waits for an operator.
     */
    private static PermanentFailure unknown(String field, String code) {
        return new PermanentFailure("DECISION_NOT_UNDERSTOOD", "unknown " + field + " " + code);
    }
}
