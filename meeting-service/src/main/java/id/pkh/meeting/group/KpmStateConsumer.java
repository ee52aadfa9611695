package id.pkh.meeting.group;

import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.platform.messaging.intake.EventIntake;
import id.pkh.platform.messaging.subscription.EventSubscriber;
import id.pkh.platform.messaging.subscription.Subscription;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consumes the states of families from the registry. */
@ApplicationScoped
class KpmStateConsumer implements EventSubscriber {

    private final EventIntake intake;
    private final ProjectFamilies projectFamilies;

    KpmStateConsumer(EventIntake intake, ProjectFamilies projectFamilies) {
        this.intake = intake;
        this.projectFamilies = projectFamilies;
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
        return List.of(Subscription.batch(EventCatalogue.KPM_STATE, projectFamilies::handle));
    }
}
