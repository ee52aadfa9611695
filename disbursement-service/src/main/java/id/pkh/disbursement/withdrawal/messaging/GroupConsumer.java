package id.pkh.disbursement.withdrawal.messaging;

import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.contracts.meeting.MeetingCancelled;
import id.pkh.contracts.meeting.MeetingPlanned;
import id.pkh.contracts.meeting.MeetingReplanned;
import id.pkh.disbursement.withdrawal.WithdrawalDays;
import id.pkh.disbursement.withdrawal.WithdrawalDays.Announced;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.messaging.intake.EventIntake;
import id.pkh.platform.messaging.subscription.EventSubscriber;
import id.pkh.platform.messaging.subscription.Subscription;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives from the plan of the meeting service on which days groups withdraw. */
@ApplicationScoped
class GroupConsumer implements EventSubscriber {

    private static final String WITHDRAWAL_DAY = "WITHDRAWAL_DAY";

    private final EventIntake intake;
    private final WithdrawalDays days;

    GroupConsumer(EventIntake intake, WithdrawalDays days) {
        this.intake = intake;
        this.days = days;
    }

    @Incoming("group-in")
    @Blocking(ordered = true)
    void consume(ConsumerRecords<String, byte[]> records) {
        intake.accept(records);
    }

    @Override
    public String topic() {
        return EventCatalogue.MEETING_PLANNED.topic();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                subscribed(
                        EventCatalogue.MEETING_PLANNED,
                        event -> event.kind().equals(WITHDRAWAL_DAY),
                        GroupConsumer::planned),
                subscribed(
                        EventCatalogue.MEETING_REPLANNED,
                        event -> event.kind().equals(WITHDRAWAL_DAY),
                        GroupConsumer::moved),
                subscribed(
                        EventCatalogue.MEETING_CANCELLED,
                        event -> event.kind().equals(WITHDRAWAL_DAY),
                        GroupConsumer::cancelled));
    }

    private <E extends Event> Subscription<E> subscribed(
            EventType<E> type,
            Predicate<E> isWithdrawalDay,
            Function<ReceivedEvent<E>, Announced> announced) {
        return Subscription.batch(
                type,
                events ->
                        days.record(
                                events.stream()
                                        .filter(event -> isWithdrawalDay.test(event.payload()))
                                        .map(announced)
                                        .toList()));
    }

    private static Announced planned(ReceivedEvent<MeetingPlanned> event) {
        MeetingPlanned plan = event.payload();
        return new Announced(
                plan.planItemId(),
                event.meta().sequence(),
                plan.cycleCode(),
                plan.villageCode(),
                plan.plannedFor(),
                false);
    }

    private static Announced moved(ReceivedEvent<MeetingReplanned> event) {
        MeetingReplanned plan = event.payload();
        return new Announced(
                plan.planItemId(),
                event.meta().sequence(),
                null,
                plan.villageCode(),
                plan.plannedFor(),
                false);
    }

    private static Announced cancelled(ReceivedEvent<MeetingCancelled> event) {
        MeetingCancelled plan = event.payload();
        return new Announced(
                plan.planItemId(),
                event.meta().sequence(),
                null,
                plan.villageCode(),
                plan.plannedFor(),
                true);
    }

    /** Every other type of the topic. */
    @Override
    public Set<EventType<?>> ignoredTypes() {
        Set<EventType<?>> read =
                subscriptions().stream().map(Subscription::type).collect(Collectors.toSet());
        return EventCatalogue.ALL.stream()
                .filter(type -> type.topic().equals(topic()) && !read.contains(type))
                .collect(Collectors.toSet());
    }
}
