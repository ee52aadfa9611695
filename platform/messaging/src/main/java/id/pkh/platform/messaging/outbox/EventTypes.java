package id.pkh.platform.messaging.outbox;

import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;

/** Finds the type, and with it topic and key, that an event is published as. */
@FunctionalInterface
public interface EventTypes {

    EventType<?> of(Event event);
}
