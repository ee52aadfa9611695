package id.pkh.platform.messaging.subscription;

import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.messaging.trace.EventTraces;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a service does with one type of event. The handler runs in the transaction of the inbox and
 * receives events in the order of the topic; a run of events of one type is passed to it together.
 *
 * @param type what is subscribed to
 * @param handler must have no effect outside the transaction
 */
public record Subscription<E extends Event>(
        EventType<E> type, Consumer<List<ReceivedEvent<E>>> handler) {

    /** One call for each event; the events that the handler publishes have it as their cause. */
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
     * One call for a run of events; the handler itself sets the {@link Causation} of the events
     * that it publishes.
     */
    public static <E extends Event> Subscription<E> batch(
            EventType<E> type, Consumer<List<ReceivedEvent<E>>> handler) {
        return new Subscription<>(
                type, events -> EventTraces.processTogether(events, () -> handler.accept(events)));
    }
}
