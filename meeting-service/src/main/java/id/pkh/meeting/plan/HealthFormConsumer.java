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

/** Consumes the forms of health services from verification. */
@ApplicationScoped
class HealthFormConsumer implements EventSubscriber {

    private final EventIntake intake;
    private final ProjectClinics projectClinics;

    HealthFormConsumer(EventIntake intake, ProjectClinics projectClinics) {
        this.intake = intake;
        this.projectClinics = projectClinics;
    }

    @Incoming("form-in")
    @Blocking(ordered = true)
    void consume(ConsumerRecords<String, byte[]> records) {
        intake.accept(records);
    }

    @Override
    public String topic() {
        return EventCatalogue.HEALTH_FORM_RECEIVED.topic();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                Subscription.each(
                        EventCatalogue.HEALTH_FORM_RECEIVED,
                        event -> projectClinics.handle(event.payload())));
    }
}
