package id.pkh.meeting.duty;

import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.platform.messaging.intake.EventIntake;
import id.pkh.platform.messaging.subscription.EventSubscriber;
import id.pkh.platform.messaging.subscription.Subscription;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Consumes assignments of facilitators from the registry. A hand-over changes the assignments, and
 * the events about assignments contain everything that is needed here.
 */
@ApplicationScoped
class FacilitatorConsumer implements EventSubscriber {

    private final EventIntake intake;
    private final ProjectAssignments projectAssignments;

    FacilitatorConsumer(EventIntake intake, ProjectAssignments projectAssignments) {
        this.intake = intake;
        this.projectAssignments = projectAssignments;
    }

    @Incoming("facilitator-in")
    @Blocking(ordered = true)
    void consume(ConsumerRecords<String, byte[]> records) {
        intake.accept(records);
    }

    @Override
    public String topic() {
        return EventCatalogue.FACILITATOR_ASSIGNED.topic();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                Subscription.batch(
                        EventCatalogue.FACILITATOR_ASSIGNED, projectAssignments::handle));
    }

    @Override
    public Set<EventType<?>> ignoredTypes() {
        return Set.of(EventCatalogue.FACILITATOR_REASSIGNED, EventCatalogue.HANDOVER_CANCELLED);
    }
}
