package id.pkh.disbursement.intake.messaging;

import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.contracts.verification.LadderStepIssued;
import id.pkh.contracts.verification.LadderStepWithdrawn;
import id.pkh.disbursement.intake.ReceivedFact;
import id.pkh.disbursement.intake.RecordSanctionFacts;
import id.pkh.disbursement.payment.Trigger;
import id.pkh.disbursement.sanction.SanctionFact;
import id.pkh.disbursement.sanction.domain.LadderStep;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.messaging.intake.EventIntake;
import id.pkh.platform.messaging.subscription.EventSubscriber;
import id.pkh.platform.messaging.subscription.Subscription;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class SanctionConsumer implements EventSubscriber {

    private final EventIntake intake;
    private final RecordSanctionFacts recordFacts;

    SanctionConsumer(EventIntake intake, RecordSanctionFacts recordFacts) {
        this.intake = intake;
        this.recordFacts = recordFacts;
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
                issued(EventCatalogue.REMINDER_ISSUED, LadderStep.REMINDER),
                issued(EventCatalogue.SUSPENSION_WARNING_ISSUED, LadderStep.SUSPENSION_WARNING),
                issued(EventCatalogue.SUSPENSION_PROPOSED, LadderStep.SUSPENSION_PROPOSED),
                issued(EventCatalogue.TERMINATION_PROPOSED, LadderStep.TERMINATION_PROPOSED),
                withdrawn(EventCatalogue.REMINDER_WITHDRAWN, LadderStep.REMINDER),
                withdrawn(
                        EventCatalogue.SUSPENSION_WARNING_WITHDRAWN, LadderStep.SUSPENSION_WARNING),
                withdrawn(
                        EventCatalogue.SUSPENSION_PROPOSAL_WITHDRAWN,
                        LadderStep.SUSPENSION_PROPOSED),
                withdrawn(
                        EventCatalogue.TERMINATION_PROPOSAL_WITHDRAWN,
                        LadderStep.TERMINATION_PROPOSED),
                facts(EventCatalogue.SUSPENSION_DECIDED, SanctionMapping::decided),
                facts(EventCatalogue.TERMINATION_DECIDED, SanctionMapping::terminationDecided),
                facts(EventCatalogue.EXIT_DECIDED, SanctionMapping::exitDecided),
                facts(EventCatalogue.DECISION_TOOK_EFFECT, SanctionMapping::tookEffect),
                facts(EventCatalogue.DECISION_STAYED, SanctionMapping::stayed),
                facts(EventCatalogue.DECISION_STAY_ENDED, SanctionMapping::stayEnded),
                facts(EventCatalogue.SUSPENSION_LIFTED, SanctionMapping::lifted),
                facts(EventCatalogue.TERMINATION_LIFTED, SanctionMapping::terminationLifted),
                facts(EventCatalogue.EXIT_LIFTED, SanctionMapping::exitLifted),
                facts(EventCatalogue.MEMBERSHIP_REINSTATED, SanctionMapping::reinstated));
    }

    /** An appeal does not affect payments; the lift that follows from it does. */
    @Override
    public Set<EventType<?>> ignoredTypes() {
        return Set.of(
                EventCatalogue.APPEAL_LODGED,
                EventCatalogue.APPEAL_DECIDED,
                EventCatalogue.EXIT_PROPOSED,
                EventCatalogue.EXIT_PROPOSAL_WITHDRAWN,
                EventCatalogue.NOTICE_DELIVERED,
                EventCatalogue.NOTICE_UNDELIVERED,
                EventCatalogue.APPEAL_OVERDUE);
    }

    private <E extends LadderStepIssued> Subscription<E> issued(EventType<E> type, String step) {
        return facts(type, event -> SanctionMapping.issued(event, step));
    }

    private <E extends LadderStepWithdrawn> Subscription<E> withdrawn(
            EventType<E> type, String step) {
        return facts(type, event -> SanctionMapping.withdrawn(event, step));
    }

    private <E extends Event> Subscription<E> facts(
            EventType<E> type, Function<ReceivedEvent<E>, SanctionFact> mapping) {
        return Subscription.batch(
                type,
                events ->
                        recordFacts.handle(
                                events.stream().map(event -> received(event, mapping)).toList()));
    }

    private static <E extends Event> ReceivedFact<SanctionFact> received(
            ReceivedEvent<E> event, Function<ReceivedEvent<E>, SanctionFact> mapping) {
        return new ReceivedFact<>(mapping.apply(event), Trigger.of(event.meta()));
    }
}
