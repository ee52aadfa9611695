package id.pkh.meeting.plan;

import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.platform.messaging.intake.EventIntake;
import id.pkh.platform.messaging.subscription.EventSubscriber;
import id.pkh.platform.messaging.subscription.Subscription;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consumes from disbursement where a cycle was credited. */
@ApplicationScoped
class VillageCreditConsumer implements EventSubscriber {

    private final EventIntake intake;
    private final ProposeWithdrawalDay propose;

    VillageCreditConsumer(EventIntake intake, ProposeWithdrawalDay propose) {
        this.intake = intake;
        this.propose = propose;
    }

    @Incoming("village-credit-in")
    @Blocking(ordered = true)
    void consume(ConsumerRecords<String, byte[]> records) {
        intake.accept(records);
    }

    @Override
    public String topic() {
        return EventCatalogue.VILLAGE_CREDITED.topic();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                Subscription.each(
                        EventCatalogue.VILLAGE_CREDITED, event -> propose.handle(event.payload())));
    }
}
