package id.pkh.registry.notification.messaging;

import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.contracts.meeting.FacilitatorLapseEscalated;
import id.pkh.contracts.meeting.FacilitatorLapseRecorded;
import id.pkh.contracts.meeting.FacilitatorLapseWithdrawn;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.messaging.failure.PermanentFailure;
import id.pkh.platform.messaging.intake.EventIntake;
import id.pkh.platform.messaging.subscription.EventSubscriber;
import id.pkh.platform.messaging.subscription.Subscription;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.notification.QueueNotifications;
import id.pkh.registry.notification.Subject;
import id.pkh.registry.notification.domain.ReceiverRole;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives the lapses of facilitators from the meeting service. */
@ApplicationScoped
class DutyConsumer implements EventSubscriber {

    private final EventIntake intake;
    private final QueueNotifications notifications;

    DutyConsumer(EventIntake intake, QueueNotifications notifications) {
        this.intake = intake;
        this.notifications = notifications;
    }

    @Incoming("facilitator-duty-in")
    @Blocking(ordered = true)
    void consume(ConsumerRecords<String, byte[]> records) {
        intake.accept(records);
    }

    @Override
    public String topic() {
        return EventCatalogue.FACILITATOR_LAPSE_RECORDED.topic();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                Subscription.each(EventCatalogue.FACILITATOR_LAPSE_RECORDED, this::recorded),
                Subscription.each(EventCatalogue.FACILITATOR_LAPSE_ESCALATED, this::escalated),
                Subscription.each(EventCatalogue.FACILITATOR_LAPSE_WITHDRAWN, this::withdrawn));
    }

    @Override
    public Set<EventType<?>> ignoredTypes() {
        return Set.of();
    }

    private void recorded(ReceivedEvent<FacilitatorLapseRecorded> event) {
        FacilitatorLapseRecorded e = event.payload();
        queue(
                lapse(event, e.lapseId(), e.facilitatorId())
                        .withVariables(variables(e.month(), e.groups().size())));
    }

    private void escalated(ReceivedEvent<FacilitatorLapseEscalated> event) {
        FacilitatorLapseEscalated e = event.payload();
        queue(
                lapse(event, e.lapseId(), e.facilitatorId())
                        .withVariables(variables(e.month(), e.groups().size()))
                        .notifying(
                                ReceiverRole.of(e.level())
                                        .map(Set::of)
                                        .orElse(Set.<ReceiverRole>of())));
    }

    private void withdrawn(ReceivedEvent<FacilitatorLapseWithdrawn> event) {
        FacilitatorLapseWithdrawn e = event.payload();
        Subject subject =
                lapse(event, e.lapseId(), e.facilitatorId())
                        .withVariables(variables(e.month(), e.groups().size()));
        // a lapse that still concerns some groups holds for them
        queue(e.groups().isEmpty() ? subject.takingBack() : subject);
    }

    private void queue(Subject subject) {
        notifications
                .handle(List.of(subject))
                .ifPresent(
                        unknown -> {
                            throw new PermanentFailure(
                                    "FACILITATOR_UNKNOWN",
                                    "no facilitator %s with a village in the registry"
                                            .formatted(unknown.facilitatorId()));
                        });
    }

    private static Subject lapse(
            ReceivedEvent<? extends Event> event, UUID lapse, UUID facilitator) {
        return Subject.ofFacilitator(
                event.meta().id(),
                event.meta().sequence(),
                event.payload().getClass().getSimpleName(),
                lapse,
                facilitator,
                BusinessDates.on(event.payload().recordedAt()));
    }

    private static Map<String, String> variables(YearMonth month, int groups) {
        return Map.of("month", month.toString(), "groups", Integer.toString(groups));
    }
}
