package id.pkh.platform.messaging;

import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a service does with one type of event. The handler runs inside the inbox's transaction and
 * gets events in the order of the topic; a run of events of one type is handed over together.
 *
 * @param type what is subscribed to
 * @param handler must have no effect outside the transaction
 */
public record Subscription<E extends Event>(
        EventType<E> type, Consumer<List<ReceivedEvent<E>>> handler) {

    /** One call an event; what it publishes is caused by that event. */
    public static <E extends Event> Subscription<E> each(
            EventType<E> type, Consumer<ReceivedEvent<E>> handler) {
        return new Subscription<>(
                type,
                events ->
                        events.forEach(
                                event ->
                                        EventTraces.process(
                                                event.meta(),
                                                () ->
                                                        Causation.by(event.meta())
                                                                .run(
                                                                        () ->
                                                                                handler.accept(
                                                                                        event)))));
    }

    /**
     * One call for a run of events; the handler sets the {@link Causation} of what it publishes
     * itself.
     */
    public static <E extends Event> Subscription<E> batch(
            EventType<E> type, Consumer<List<ReceivedEvent<E>>> handler) {
        return new Subscription<>(
                type, events -> EventTraces.processTogether(events, () -> handler.accept(events)));
    }
}
