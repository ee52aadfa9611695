package id.pkh.disbursement.intake.messaging;

import id.pkh.contracts.Measures;
import id.pkh.contracts.verification.DecisionStayEnded;
import id.pkh.contracts.verification.DecisionStayed;
import id.pkh.contracts.verification.DecisionTookEffect;
import id.pkh.contracts.verification.ExitDecided;
import id.pkh.contracts.verification.ExitLifted;
import id.pkh.contracts.verification.LadderStepIssued;
import id.pkh.contracts.verification.LadderStepWithdrawn;
import id.pkh.contracts.verification.MembershipReinstated;
import id.pkh.contracts.verification.SuspensionDecided;
import id.pkh.contracts.verification.SuspensionLifted;
import id.pkh.contracts.verification.TerminationDecided;
import id.pkh.contracts.verification.TerminationLifted;
import id.pkh.disbursement.sanction.SanctionFact;
import id.pkh.disbursement.sanction.SanctionFact.DecisionLifted;
import id.pkh.disbursement.sanction.SanctionFact.DecisionStay;
import id.pkh.disbursement.sanction.SanctionFact.DecisionTaken;
import id.pkh.disbursement.sanction.SanctionFact.MembershipRestored;
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
    private static final String EXIT = "EXIT";
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
                isOnNotice(e.takesEffect()),
                e.preparedBy(),
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
                isOnNotice(e.takesEffect()),
                e.preparedBy(),
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
                liftReasonOf(e.reason()),
                e.liftedBy(),
                e.occurredOn(),
                e.recordedAt(),
                event.meta().sequence());
    }

    static SanctionFact terminationLifted(ReceivedEvent<TerminationLifted> event) {
        TerminationLifted e = event.payload();
        return new DecisionLifted(
                e.decisionId(),
                e.kpmId(),
                e.villageCode(),
                liftReasonOf(e.reason()),
                e.liftedBy(),
                e.occurredOn(),
                e.recordedAt(),
                event.meta().sequence());
    }

    static SanctionFact exitLifted(ReceivedEvent<ExitLifted> event) {
        ExitLifted e = event.payload();
        return new DecisionLifted(
                e.decisionId(),
                e.kpmId(),
                e.villageCode(),
                liftReasonOf(e.reason()),
                e.liftedBy(),
                e.occurredOn(),
                e.recordedAt(),
                event.meta().sequence());
    }

    /** A membership proposal has no step on the ladder. */
    static SanctionFact exitDecided(ReceivedEvent<ExitDecided> event) {
        ExitDecided e = event.payload();
        boolean dismissed = "DISMISS".equals(e.decision());
        if (!dismissed && !"CONFIRM".equals(e.decision())) {
            throw unknown(DECISION_NOT_UNDERSTOOD, "decision", e.decision());
        }
        return new DecisionTaken(
                e.decisionId(),
                e.kpmId(),
                e.villageCode(),
                null,
                EXIT,
                dismissed ? e.decision() : e.exit(),
                dismissed ? Effect.NONE : exit(e.exit()),
                null,
                null,
                e.effectiveFrom(),
                isOnNotice(e.takesEffect()),
                e.preparedBy(),
                e.decidedBy(),
                e.occurredOn(),
                e.recordedAt(),
                event.meta().sequence());
    }

    static SanctionFact tookEffect(ReceivedEvent<DecisionTookEffect> event) {
        DecisionTookEffect e = event.payload();
        return new SanctionFact.DecisionTookEffect(
                e.decisionId(),
                e.kpmId(),
                e.villageCode(),
                Measures.SUSPEND.equals(e.measure()) ? suspension(e.effect()) : exit(e.measure()),
                e.effectiveFrom(),
                e.noticeRoute(),
                e.recordedAt(),
                event.meta().sequence());
    }

    static SanctionFact stayed(ReceivedEvent<DecisionStayed> event) {
        DecisionStayed e = event.payload();
        return new DecisionStay(
                e.appealId(),
                e.decisionId(),
                e.kpmId(),
                false,
                e.recordedAt(),
                event.meta().sequence());
    }

    static SanctionFact stayEnded(ReceivedEvent<DecisionStayEnded> event) {
        DecisionStayEnded e = event.payload();
        return new DecisionStay(
                e.appealId(),
                e.decisionId(),
                e.kpmId(),
                true,
                e.recordedAt(),
                event.meta().sequence());
    }

    static SanctionFact reinstated(ReceivedEvent<MembershipReinstated> event) {
        MembershipReinstated e = event.payload();
        return new MembershipRestored(
                e.decisionId(),
                e.kpmId(),
                e.villageCode(),
                e.effectiveFrom(),
                e.preparedBy(),
                e.decidedBy(),
                e.recordedAt(),
                event.meta().sequence());
    }

    private static boolean isOnNotice(String takesEffect) {
        if (takesEffect != null && !Measures.ON_NOTICE.equals(takesEffect)) {
            throw unknown(DECISION_NOT_UNDERSTOOD, "moment", takesEffect);
        }
        return takesEffect != null;
    }

    private static Effect exit(String code) {
        return Arrays.stream(Effect.values())
                .filter(Effect::endsMembership)
                .filter(effect -> effect.name().equals(code))
                .findFirst()
                .orElseThrow(() -> unknown(DECISION_NOT_UNDERSTOOD, "exit", code));
    }

    private static Effect effectOf(SuspensionDecided event) {
        if ("DISMISS".equals(event.decision())) {
            return Effect.NONE;
        }
        if (!"SUSPEND".equals(event.decision())) {
            throw unknown(DECISION_NOT_UNDERSTOOD, "decision", event.decision());
        }
        return suspension(event.effect());
    }

    private static Effect suspension(String code) {
        return Arrays.stream(Effect.values())
                .filter(effect -> !effect.endsMembership())
                .filter(effect -> effect.name().equals(code))
                .findFirst()
                .orElseThrow(() -> unknown(DECISION_NOT_UNDERSTOOD, "effect", code));
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

    private static LiftReason liftReasonOf(String code) {
        return Arrays.stream(LiftReason.values())
                .filter(reason -> reason.name().equals(code))
                .findFirst()
                .orElseThrow(() -> unknown("LIFT_NOT_UNDERSTOOD", "reason", code));
    }

    /**
     * This service does not guess the effect of a decision or a lift on payments: the event is
     * parked until an operator has examined it.
     */
    private static PermanentFailure unknown(String problem, String field, String code) {
        return new PermanentFailure(problem, "unknown " + field + " " + code);
    }
}
