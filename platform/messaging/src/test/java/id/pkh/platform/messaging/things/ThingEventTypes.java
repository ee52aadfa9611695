package id.pkh.platform.messaging.things;

import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.platform.messaging.outbox.EventTypes;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ThingEventTypes implements EventTypes {

    @Override
    public EventType<?> of(Event event) {
        ThingEvent thing = (ThingEvent) event;
        return new EventType<>(thing.type(), thing.topic(), ThingEvent.class, ThingEvent::thingId);
    }
}
