package id.pkh.platform.messaging.outbox;

import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.contracts.catalogue.EventCatalogue;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** The event types of the catalogue. Tests replace this bean with event types of their own. */
@DefaultBean
@ApplicationScoped
class CataloguedEventTypes implements EventTypes {

    @Override
    public EventType<?> of(Event event) {
        return EventCatalogue.of(event);
    }
}
