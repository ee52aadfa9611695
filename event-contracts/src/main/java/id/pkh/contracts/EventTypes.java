package id.pkh.contracts;

/**
 * Finds the type, and with it topic and key, that an event is published as. Code that may not know
 * the events of the programme finds the catalogue by {@link java.util.ServiceLoader}.
 */
@FunctionalInterface
public interface EventTypes {

    EventType<?> of(Event event);
}
