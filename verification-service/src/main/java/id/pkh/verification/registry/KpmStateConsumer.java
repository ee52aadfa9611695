package id.pkh.verification.registry;

import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.platform.messaging.intake.EventIntake;
import id.pkh.platform.messaging.subscription.EventSubscriber;
import id.pkh.platform.messaging.subscription.Subscription;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consumes the states of families. */
@ApplicationScoped
class KpmStateConsumer implements EventSubscriber {

    private final EventIntake intake;
    private final RecordKpmStates recordKpmStates;

    KpmStateConsumer(EventIntake intake, RecordKpmStates recordKpmStates) {
        this.intake = intake;
        this.recordKpmStates = recordKpmStates;
    }

    @Incoming("kpm-state-in")
    @Blocking(ordered = true)
    void consume(ConsumerRecords<String, byte[]> records) {
        intake.accept(records);
    }

    @Override
    public String topic() {
        return EventCatalogue.KPM_STATE.topic();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(Subscription.batch(EventCatalogue.KPM_STATE, recordKpmStates::handle));
    }
}
