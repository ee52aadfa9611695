package id.pkh.verification.attendance.messaging;

import id.pkh.contracts.meeting.AttendanceCorrected;
import id.pkh.contracts.meeting.MeetingHeld;
import id.pkh.contracts.meeting.MeetingMonthClosed;
import id.pkh.contracts.meeting.MeetingNotHeld;
import id.pkh.contracts.meeting.P2k2SessionHeld;
import id.pkh.platform.messaging.EventIntake;
import id.pkh.platform.messaging.EventSubscriber;
import id.pkh.platform.messaging.ReceivedEvent;
import id.pkh.platform.messaging.Subscription;
import id.pkh.verification.attendance.MeetingRecord;
import id.pkh.verification.attendance.RecordMeetings;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens to the meetings of groups. */
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
        return MeetingHeld.TOPIC;
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                subscription(MeetingHeld.TYPE, MeetingHeld.class, MeetingRecords::ofMeeting),
                subscription(
                        P2k2SessionHeld.TYPE, P2k2SessionHeld.class, MeetingRecords::ofSession),
                subscription(
                        AttendanceCorrected.TYPE,
                        AttendanceCorrected.class,
                        MeetingRecords::ofCorrection),
                subscription(MeetingNotHeld.TYPE, MeetingNotHeld.class, MeetingRecords::ofNotHeld));
    }

    /** Everything it could tell is in the other events already. */
    @Override
    public Set<String> ignoredTypes() {
        return Set.of(MeetingMonthClosed.TYPE);
    }

    private <E> Subscription<E> subscription(
            String type, Class<E> payload, Function<ReceivedEvent<E>, MeetingRecord> record) {
        return Subscription.batch(
                type,
                payload,
                events -> recordMeetings.handle(events.stream().map(record).toList()));
    }
}
