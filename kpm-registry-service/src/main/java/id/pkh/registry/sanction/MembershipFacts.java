package id.pkh.registry.sanction;

import id.pkh.contracts.Measures;
import id.pkh.contracts.verification.DecisionStayEnded;
import id.pkh.contracts.verification.DecisionStayed;
import id.pkh.contracts.verification.DecisionTookEffect;
import id.pkh.contracts.verification.ExitDecided;
import id.pkh.contracts.verification.ExitLifted;
import id.pkh.contracts.verification.MembershipReinstated;
import id.pkh.contracts.verification.SuspensionDecided;
import id.pkh.contracts.verification.SuspensionLifted;
import id.pkh.contracts.verification.TerminationDecided;
import id.pkh.contracts.verification.TerminationLifted;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.messaging.failure.PermanentFailure;
import id.pkh.registry.enrolment.MembershipFact;
import id.pkh.registry.enrolment.MembershipFact.Lifted;
import id.pkh.registry.enrolment.MembershipFact.Reinstated;
import id.pkh.registry.enrolment.MembershipFact.Stay;
import id.pkh.registry.enrolment.MembershipFact.Taken;
import id.pkh.registry.enrolment.MembershipFact.TookEffect;
import id.pkh.registry.family.domain.Measure;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/** Maps the events of the verification service to facts; a dismissal is none. */
final class MembershipFacts {

    private static final String CONFIRM = "CONFIRM";

    private MembershipFacts() {}

    static Optional<MembershipFact> suspensionDecided(ReceivedEvent<SuspensionDecided> event) {
        SuspensionDecided e = event.payload();
        return unlessDismissed(
                Measures.SUSPEND,
                e.decision(),
                () ->
                        new Taken(
                                e.decisionId(),
                                e.kpmId(),
                                Measure.SUSPEND,
                                e.occurredOn(),
                                e.preparedBy(),
                                e.decidedBy(),
                                isOnNotice(e.takesEffect()),
                                event.meta().sequence()));
    }

    static Optional<MembershipFact> terminationDecided(ReceivedEvent<TerminationDecided> event) {
        TerminationDecided e = event.payload();
        return unlessDismissed(
                Measures.TERMINATE,
                e.decision(),
                () ->
                        new Taken(
                                e.decisionId(),
                                e.kpmId(),
                                Measure.TERMINATE,
                                e.effectiveFrom(),
                                e.preparedBy(),
                                e.decidedBy(),
                                isOnNotice(e.takesEffect()),
                                event.meta().sequence()));
    }

    static Optional<MembershipFact> exitDecided(ReceivedEvent<ExitDecided> event) {
        ExitDecided e = event.payload();
        return unlessDismissed(
                CONFIRM,
                e.decision(),
                () ->
                        new Taken(
                                e.decisionId(),
                                e.kpmId(),
                                exit(e.exit()),
                                e.effectiveFrom(),
                                e.preparedBy(),
                                e.decidedBy(),
                                isOnNotice(e.takesEffect()),
                                event.meta().sequence()));
    }

    /** A suspension changes the status on the day of the delivery; money follows its own day. */
    static Optional<MembershipFact> tookEffect(ReceivedEvent<DecisionTookEffect> event) {
        DecisionTookEffect e = event.payload();
        Measure measure = measure(e.measure());
        LocalDate on = measure.isExit() ? e.effectiveFrom() : e.occurredOn();
        return Optional.of(
                new TookEffect(e.decisionId(), e.kpmId(), measure, on, event.meta().sequence()));
    }

    static Optional<MembershipFact> stayed(ReceivedEvent<DecisionStayed> event) {
        DecisionStayed e = event.payload();
        return Optional.of(
                new Stay(e.decisionId(), e.kpmId(), e.appealId(), e.occurredOn(), false));
    }

    static Optional<MembershipFact> stayEnded(ReceivedEvent<DecisionStayEnded> event) {
        DecisionStayEnded e = event.payload();
        return Optional.of(new Stay(e.decisionId(), e.kpmId(), e.appealId(), e.occurredOn(), true));
    }

    static Optional<MembershipFact> suspensionLifted(ReceivedEvent<SuspensionLifted> event) {
        SuspensionLifted e = event.payload();
        return Optional.of(
                new Lifted(
                        e.decisionId(),
                        e.kpmId(),
                        Measure.SUSPEND,
                        e.occurredOn(),
                        e.liftedBy(),
                        e.reason()));
    }

    static Optional<MembershipFact> terminationLifted(ReceivedEvent<TerminationLifted> event) {
        TerminationLifted e = event.payload();
        return Optional.of(
                new Lifted(
                        e.decisionId(),
                        e.kpmId(),
                        Measure.TERMINATE,
                        e.occurredOn(),
                        e.liftedBy(),
                        e.reason()));
    }

    static Optional<MembershipFact> exitLifted(ReceivedEvent<ExitLifted> event) {
        ExitLifted e = event.payload();
        return Optional.of(
                new Lifted(
                        e.decisionId(),
                        e.kpmId(),
                        exit(e.exit()),
                        e.occurredOn(),
                        e.liftedBy(),
                        e.reason()));
    }

    static Optional<MembershipFact> reinstated(ReceivedEvent<MembershipReinstated> event) {
        MembershipReinstated e = event.payload();
        return Optional.of(
                new Reinstated(
                        e.decisionId(),
                        e.kpmId(),
                        e.effectiveFrom(),
                        e.preparedBy(),
                        e.decidedBy(),
                        e.reasonCode(),
                        event.meta().sequence()));
    }

    private static boolean isOnNotice(String takesEffect) {
        if (takesEffect != null && !takesEffect.equals(Measures.ON_NOTICE)) {
            throw notUnderstood("unknown moment " + takesEffect);
        }
        return takesEffect != null;
    }

    private static Measure exit(String code) {
        return Measure.of(code)
                .filter(Measure::isExit)
                .orElseThrow(() -> notUnderstood("unknown exit " + code));
    }

    private static Measure measure(String code) {
        return Measure.of(code).orElseThrow(() -> notUnderstood("unknown measure " + code));
    }

    /**
     * Whether the proposal was followed or dismissed; any other decision is not guessed. What was
     * dismissed may be a reinstatement, which is no exit.
     */
    private static Optional<MembershipFact> unlessDismissed(
            String confirmation, String decision, Supplier<MembershipFact> fact) {
        if (decision.equals(confirmation)) {
            return Optional.of(fact.get());
        }
        if (decision.equals("DISMISS")) {
            return Optional.empty();
        }
        throw notUnderstood("unknown decision " + decision);
    }

    private static PermanentFailure notUnderstood(String what) {
        return new PermanentFailure("DECISION_NOT_UNDERSTOOD", what);
    }
}
