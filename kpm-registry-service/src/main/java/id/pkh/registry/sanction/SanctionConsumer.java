package id.pkh.registry.sanction;

import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.contracts.verification.LadderEvent;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.messaging.failure.PermanentFailure;
import id.pkh.platform.messaging.intake.EventIntake;
import id.pkh.platform.messaging.subscription.EventSubscriber;
import id.pkh.platform.messaging.subscription.Subscription;
import id.pkh.registry.enrolment.MembershipFact;
import id.pkh.registry.enrolment.RecordDecision;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives the facts of the verification service about decisions on families' memberships. */
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
                each(EventCatalogue.SUSPENSION_DECIDED, MembershipFacts::suspensionDecided),
                each(EventCatalogue.TERMINATION_DECIDED, MembershipFacts::terminationDecided),
                each(EventCatalogue.EXIT_DECIDED, MembershipFacts::exitDecided),
                each(EventCatalogue.DECISION_TOOK_EFFECT, MembershipFacts::tookEffect),
                each(EventCatalogue.DECISION_STAYED, MembershipFacts::stayed),
                each(EventCatalogue.DECISION_STAY_ENDED, MembershipFacts::stayEnded),
                each(EventCatalogue.SUSPENSION_LIFTED, MembershipFacts::suspensionLifted),
                each(EventCatalogue.TERMINATION_LIFTED, MembershipFacts::terminationLifted),
                each(EventCatalogue.EXIT_LIFTED, MembershipFacts::exitLifted),
                each(EventCatalogue.MEMBERSHIP_REINSTATED, MembershipFacts::reinstated));
    }

    /** Only decisions change a family's membership. */
    @Override
    public Set<EventType<?>> ignoredTypes() {
        Set<EventType<?>> ignored = new HashSet<>(EventCatalogue.carrying(LadderEvent.class));
        ignored.addAll(
                Set.of(
                        EventCatalogue.EXIT_PROPOSED,
                        EventCatalogue.EXIT_PROPOSAL_WITHDRAWN,
                        EventCatalogue.NOTICE_DELIVERED,
                        EventCatalogue.NOTICE_UNDELIVERED,
                        EventCatalogue.APPEAL_LODGED,
                        EventCatalogue.APPEAL_DECIDED,
                        EventCatalogue.APPEAL_OVERDUE));
        return ignored;
    }

    private <E extends Event> Subscription<E> each(
            EventType<E> type, Function<ReceivedEvent<E>, Optional<MembershipFact>> mapping) {
        return Subscription.each(type, event -> mapping.apply(event).ifPresent(this::record));
    }

    private void record(MembershipFact fact) {
        if (!recordDecision.handle(fact)) {
            throw new PermanentFailure(
                    "KPM_UNKNOWN", "no family " + fact.kpmId() + " in the registry");
        }
    }
}
