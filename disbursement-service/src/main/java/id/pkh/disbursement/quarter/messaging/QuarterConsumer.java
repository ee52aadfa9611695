package id.pkh.disbursement.quarter.messaging;

import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.contracts.verification.QuarterClosed;
import id.pkh.disbursement.quarter.RecordClosedQuarter;
import id.pkh.disbursement.quarter.domain.ClosedQuarter;
import id.pkh.platform.messaging.intake.EventIntake;
import id.pkh.platform.messaging.subscription.EventSubscriber;
import id.pkh.platform.messaging.subscription.Subscription;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class QuarterConsumer implements EventSubscriber {

    private final EventIntake intake;
    private final RecordClosedQuarter recordClosed;

    QuarterConsumer(EventIntake intake, RecordClosedQuarter recordClosed) {
        this.intake = intake;
        this.recordClosed = recordClosed;
    }

    @Incoming("quarter-in")
    @Blocking(ordered = true)
    void consume(ConsumerRecords<String, byte[]> records) {
        intake.accept(records);
    }

    @Override
    public String topic() {
        return EventCatalogue.QUARTER_CLOSED.topic();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                Subscription.each(
                        EventCatalogue.QUARTER_CLOSED,
                        event -> recordClosed.handle(closed(event.payload()))));
    }

    private static ClosedQuarter closed(QuarterClosed event) {
        return new ClosedQuarter(
                event.closingId(),
                event.period(),
                event.areaCode(),
                event.occurredOn(),
                event.recordedAt());
    }
}
