package id.pkh.registry.sanction;

import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.contracts.verification.LadderEvent;
import id.pkh.contracts.verification.SuspensionDecided;
import id.pkh.contracts.verification.SuspensionLifted;
import id.pkh.contracts.verification.TerminationDecided;
import id.pkh.platform.messaging.failure.PermanentFailure;
import id.pkh.platform.messaging.intake.EventIntake;
import id.pkh.platform.messaging.subscription.EventSubscriber;
import id.pkh.platform.messaging.subscription.Subscription;
import id.pkh.registry.enrolment.MembershipDecision;
import id.pkh.registry.enrolment.RecordDecision;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives the decisions of the verification service on a family's membership. */
@ApplicationScoped
class SanctionConsumer implements EventSubscriber {

    private final EventIntake intake;
    private final RecordDecision recordDecision;

    SanctionConsumer(EventIntake intake, RecordDecision recordDecision) {
        this.intake = intake;
        this.recordDecision = recordDecision;
    }

    @Incoming("sanction-in")
    @Blocking(ordered = true)
    void consume(ConsumerRecords<String, byte[]> records) {
        intake.accept(records);
    }

    @Override
    public String topic() {
        return EventCatalogue.SUSPENSION_DECIDED.topic();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                Subscription.each(
                        EventCatalogue.SUSPENSION_DECIDED, event -> decided(event.payload())),
                Subscription.each(
                        EventCatalogue.SUSPENSION_LIFTED, event -> lifted(event.payload())),
                Subscription.each(
                        EventCatalogue.TERMINATION_DECIDED, event -> terminated(event.payload())));
    }

    /** Only a decision changes a family's membership. */
    @Override
    public Set<EventType<?>> ignoredTypes() {
        Set<EventType<?>> ignored = new HashSet<>(EventCatalogue.carrying(LadderEvent.class));
        ignored.add(EventCatalogue.APPEAL_LODGED);
        ignored.add(EventCatalogue.APPEAL_DECIDED);
        ignored.add(EventCatalogue.EXIT_PROPOSED);
        ignored.add(EventCatalogue.EXIT_PROPOSAL_WITHDRAWN);
        ignored.add(EventCatalogue.EXIT_DECIDED);
        ignored.add(EventCatalogue.DECISION_TOOK_EFFECT);
        ignored.add(EventCatalogue.DECISION_STAYED);
        ignored.add(EventCatalogue.DECISION_STAY_ENDED);
        ignored.add(EventCatalogue.TERMINATION_LIFTED);
        ignored.add(EventCatalogue.EXIT_LIFTED);
        ignored.add(EventCatalogue.MEMBERSHIP_REINSTATED);
        ignored.add(EventCatalogue.NOTICE_DELIVERED);
        ignored.add(EventCatalogue.NOTICE_UNDELIVERED);
        ignored.add(EventCatalogue.APPEAL_OVERDUE);
        return ignored;
    }

    private void decided(SuspensionDecided event) {
        if (takes("SUSPEND", event.decision())) {
            record(
                    new MembershipDecision.Suspended(
                            event.decisionId(),
                            event.kpmId(),
                            event.occurredOn(),
                            event.decidedBy()));
        }
    }

    private void lifted(SuspensionLifted event) {
        record(
                new MembershipDecision.Lifted(
                        event.decisionId(),
                        event.kpmId(),
                        event.occurredOn(),
                        event.liftedBy(),
                        event.reason()));
    }

    private void terminated(TerminationDecided event) {
        if (takes("TERMINATE", event.decision())) {
            record(
                    new MembershipDecision.Terminated(
                            event.decisionId(),
                            event.kpmId(),
                            event.effectiveFrom(),
                            event.decidedBy()));
        }
    }

    /** Whether the proposal was followed or dismissed; any other decision is not guessed. */
    private static boolean takes(String measure, String decision) {
        if (!measure.equals(decision) && !"DISMISS".equals(decision)) {
            throw new PermanentFailure("DECISION_NOT_UNDERSTOOD", "unknown decision " + decision);
        }
        return measure.equals(decision);
    }

    private void record(MembershipDecision decision) {
        if (!recordDecision.handle(decision)) {
            throw new PermanentFailure(
                    "KPM_UNKNOWN", "no family " + decision.kpmId() + " in the registry");
        }
    }
}
