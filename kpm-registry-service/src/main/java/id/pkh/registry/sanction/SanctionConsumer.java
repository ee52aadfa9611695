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
import id.pkh.registry.graduation.FollowExit;
import id.pkh.registry.merge.FollowMerge;
import id.pkh.registry.notification.DeliveredNotices;
import id.pkh.registry.notification.QueueNotifications;
import id.pkh.registry.notification.Subject;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Receives the facts of the verification service about decisions on families' memberships, and what
 * people are to be notified of.
 */
@ApplicationScoped
class SanctionConsumer implements EventSubscriber {

    private final EventIntake intake;
    private final RecordDecision recordDecision;
    private final FollowExit followExit;
    private final FollowMerge followMerge;
    private final QueueNotifications notifications;
    private final DeliveredNotices notices;

    SanctionConsumer(
            EventIntake intake,
            RecordDecision recordDecision,
            FollowExit followExit,
            FollowMerge followMerge,
            QueueNotifications notifications,
            DeliveredNotices notices) {
        this.intake = intake;
        this.recordDecision = recordDecision;
        this.followExit = followExit;
        this.followMerge = followMerge;
        this.notifications = notifications;
        this.notices = notices;
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
        List<Subscription<?>> subscriptions = new ArrayList<>();
        subscriptions.addAll(
                List.of(
                        each(EventCatalogue.SUSPENSION_DECIDED, MembershipFacts::suspensionDecided),
                        each(
                                EventCatalogue.TERMINATION_DECIDED,
                                MembershipFacts::terminationDecided),
                        each(EventCatalogue.EXIT_DECIDED, MembershipFacts::exitDecided),
                        each(EventCatalogue.DECISION_TOOK_EFFECT, MembershipFacts::tookEffect),
                        each(EventCatalogue.DECISION_STAYED, MembershipFacts::stayed),
                        each(EventCatalogue.DECISION_STAY_ENDED, MembershipFacts::stayEnded),
                        each(EventCatalogue.SUSPENSION_LIFTED, MembershipFacts::suspensionLifted),
                        each(EventCatalogue.TERMINATION_LIFTED, MembershipFacts::terminationLifted),
                        each(EventCatalogue.EXIT_LIFTED, MembershipFacts::exitLifted),
                        each(EventCatalogue.MEMBERSHIP_REINSTATED, MembershipFacts::reinstated),
                        Subscription.each(
                                EventCatalogue.EXIT_PROPOSAL_WITHDRAWN,
                                event -> follow(event.payload())),
                        Subscription.batch(
                                EventCatalogue.NOTICE_DELIVERED,
                                events ->
                                        notices.record(
                                                events.stream()
                                                        .map(ReceivedEvent::payload)
                                                        .toList())),
                        notifying(EventCatalogue.NOTICE_UNDELIVERED),
                        notifying(EventCatalogue.APPEAL_DECIDED),
                        notifying(EventCatalogue.APPEAL_OVERDUE)));
        EventCatalogue.carrying(LadderEvent.class).stream()
                .map(this::notifying)
                .forEach(subscriptions::add);
        return subscriptions;
    }

    /** What neither changes a membership nor is worth a notification beside a letter. */
    @Override
    public Set<EventType<?>> ignoredTypes() {
        return Set.of(EventCatalogue.EXIT_PROPOSED, EventCatalogue.APPEAL_LODGED);
    }

    private <E extends Event> Subscription<E> each(
            EventType<E> type, Function<ReceivedEvent<E>, Optional<MembershipFact>> mapping) {
        return Subscription.each(
                type,
                event -> {
                    mapping.apply(event).ifPresent(this::record);
                    follow(event.payload());
                    queue(FamilySubjects.of(event).stream().toList());
                });
    }

    /** Steps come in thousands when a quarter closes, so they are queued together. */
    private <E extends Event> Subscription<E> notifying(EventType<E> type) {
        return Subscription.batch(
                type,
                events ->
                        queue(
                                events.stream()
                                        .flatMap(event -> FamilySubjects.of(event).stream())
                                        .toList()));
    }

    private void queue(List<Subject> subjects) {
        notifications
                .handle(subjects)
                .ifPresent(
                        unknown -> {
                            throw unknown(unknown.kpmId());
                        });
    }

    /** What was proposed here and is decided there. */
    private void follow(Event event) {
        followExit.handle(event);
        followMerge.handle(event);
    }

    private void record(MembershipFact fact) {
        if (!recordDecision.handle(fact)) {
            throw unknown(fact.kpmId());
        }
    }

    private static PermanentFailure unknown(UUID family) {
        return new PermanentFailure("KPM_UNKNOWN", "no family " + family + " in the registry");
    }
}
