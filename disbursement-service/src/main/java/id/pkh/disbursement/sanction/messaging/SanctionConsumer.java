package id.pkh.disbursement.sanction.messaging;

import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.contracts.verification.LadderStepIssued;
import id.pkh.contracts.verification.LadderStepWithdrawn;
import id.pkh.disbursement.sanction.RecordSanctionFacts;
import id.pkh.disbursement.sanction.SanctionFact;
import id.pkh.disbursement.sanction.domain.Step;
import id.pkh.platform.messaging.EventIntake;
import id.pkh.platform.messaging.EventSubscriber;
import id.pkh.platform.messaging.ReceivedEvent;
import id.pkh.platform.messaging.Subscription;
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
                issued(EventCatalogue.REMINDER_ISSUED, Step.REMINDER),
                issued(EventCatalogue.SUSPENSION_WARNING_ISSUED, Step.SUSPENSION_WARNING),
                issued(EventCatalogue.SUSPENSION_PROPOSED, Step.SUSPENSION_PROPOSED),
                issued(EventCatalogue.TERMINATION_PROPOSED, Step.TERMINATION_PROPOSED),
                withdrawn(EventCatalogue.REMINDER_WITHDRAWN, Step.REMINDER),
                withdrawn(EventCatalogue.SUSPENSION_WARNING_WITHDRAWN, Step.SUSPENSION_WARNING),
                withdrawn(EventCatalogue.SUSPENSION_PROPOSAL_WITHDRAWN, Step.SUSPENSION_PROPOSED),
                withdrawn(EventCatalogue.TERMINATION_PROPOSAL_WITHDRAWN, Step.TERMINATION_PROPOSED),
                facts(EventCatalogue.SUSPENSION_DECIDED, SanctionMapping::decided),
                facts(EventCatalogue.TERMINATION_DECIDED, SanctionMapping::terminationDecided),
                facts(EventCatalogue.SUSPENSION_LIFTED, SanctionMapping::lifted));
    }

    /** An appeal has no effect on money; the lift that follows from it does. */
    @Override
    public Set<EventType<?>> ignoredTypes() {
        return Set.of(EventCatalogue.APPEAL_LODGED, EventCatalogue.APPEAL_DECIDED);
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
                type, events -> recordFacts.handle(events.stream().map(mapping).toList()));
    }
}
