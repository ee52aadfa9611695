package id.pkh.registry.placement;

import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.contracts.meeting.FamiliesPlaced;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.messaging.intake.EventIntake;
import id.pkh.platform.messaging.subscription.EventSubscriber;
import id.pkh.platform.messaging.subscription.Subscription;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.notification.QueueNotifications;
import id.pkh.registry.notification.Subject;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Receives from the meeting service in which group families were placed, and what groups are to be
 * told of their plan.
 */
@ApplicationScoped
class GroupConsumer implements EventSubscriber {

    private final EventIntake intake;
    private final FollowPlacement followPlacement;
    private final QueueNotifications notifications;
    private final MeetingNotices meetingNotices;

    GroupConsumer(
            EventIntake intake,
            FollowPlacement followPlacement,
            QueueNotifications notifications,
            MeetingNotices meetingNotices) {
        this.intake = intake;
        this.followPlacement = followPlacement;
        this.notifications = notifications;
        this.meetingNotices = meetingNotices;
    }

    @Incoming("group-in")
    @Blocking(ordered = true)
    void consume(ConsumerRecords<String, byte[]> records) {
        intake.accept(records);
    }

    @Override
    public String topic() {
        return EventCatalogue.FAMILIES_PLACED.topic();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                Subscription.each(EventCatalogue.FAMILIES_PLACED, this::placed),
                Subscription.each(EventCatalogue.MEETING_PLANNED, meetingNotices::planned),
                Subscription.each(EventCatalogue.MEETING_REPLANNED, meetingNotices::moved),
                Subscription.each(EventCatalogue.MEETING_CANCELLED, meetingNotices::cancelled));
    }

    /** The registry knows the families of a group from its own records. */
    @Override
    public Set<EventType<?>> ignoredTypes() {
        return Set.of(
                EventCatalogue.GROUP_FORMED,
                EventCatalogue.GROUP_MEMBERS_CHANGED,
                EventCatalogue.OFFICERS_ELECTED);
    }

    private void placed(ReceivedEvent<FamiliesPlaced> event) {
        FamiliesPlaced e = event.payload();
        List<UUID> changed =
                followPlacement.handle(
                        new Placement(
                                e.placementId(),
                                e.villageCode(),
                                e.groupCode(),
                                e.kpmIds(),
                                e.occurredOn(),
                                e.recordedAt()));
        notifications.handle(changed.stream().map(family -> subject(event, family)).toList());
    }

    private static Subject subject(ReceivedEvent<FamiliesPlaced> event, UUID family) {
        FamiliesPlaced e = event.payload();
        return Subject.ofFamily(
                        event.meta().id(),
                        event.meta().sequence(),
                        "FamiliesPlaced",
                        e.placementId(),
                        family,
                        BusinessDates.on(e.recordedAt()))
                .withVariables(Map.of("group", e.groupCode(), "day", e.occurredOn().toString()));
    }
}
