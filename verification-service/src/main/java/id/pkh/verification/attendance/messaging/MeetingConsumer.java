package id.pkh.verification.attendance.messaging;

import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.messaging.intake.EventIntake;
import id.pkh.platform.messaging.subscription.EventSubscriber;
import id.pkh.platform.messaging.subscription.Subscription;
import id.pkh.verification.attendance.MeetingRecord;
import id.pkh.verification.attendance.RecordMeetings;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consumes the events about meetings. */
@ApplicationScoped
class MeetingConsumer implements EventSubscriber {

    private final EventIntake intake;
    private final RecordMeetings recordMeetings;

    MeetingConsumer(EventIntake intake, RecordMeetings recordMeetings) {
        this.intake = intake;
        this.recordMeetings = recordMeetings;
    }

    @Incoming("meeting-in")
    @Blocking(ordered = true)
    void consume(ConsumerRecords<String, byte[]> records) {
        intake.accept(records);
    }

    @Override
    public String topic() {
        return EventCatalogue.MEETING_HELD.topic();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                subscription(EventCatalogue.MEETING_HELD, MeetingRecords::ofMeeting),
                subscription(EventCatalogue.P2K2_SESSION_HELD, MeetingRecords::ofSession),
                subscription(EventCatalogue.ATTENDANCE_CORRECTED, MeetingRecords::ofCorrection),
                subscription(EventCatalogue.MEETING_NOT_HELD, MeetingRecords::ofNotHeld));
    }

    /** The other events already contain the same data. */
    @Override
    public Set<EventType<?>> ignoredTypes() {
        return Set.of(EventCatalogue.MEETING_MONTH_CLOSED);
    }

    private <E extends Event> Subscription<E> subscription(
            EventType<E> type, Function<ReceivedEvent<E>, MeetingRecord> record) {
        return Subscription.batch(
                type, events -> recordMeetings.handle(events.stream().map(record).toList()));
    }
}
