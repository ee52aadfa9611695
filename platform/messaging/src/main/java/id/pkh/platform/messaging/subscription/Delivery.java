package id.pkh.platform.messaging.subscription;

import id.pkh.contracts.Event;
import id.pkh.platform.messaging.envelope.EventMeta;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.messaging.failure.PermanentFailure;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One record as far as it could be read: either with envelope and payload, or with the failure that
 * makes it impossible to apply.
 *
 * @param meta null when the envelope could not be read
 * @param subscription null when the record cannot be applied, or when its type is ignored
 * @param payload null when the record cannot be applied, or when its type is ignored
 * @param poison why the record can never be applied, or null
 */
public record Delivery(
        ConsumerRecord<String, byte[]> source,
        EventMeta meta,
        Subscription<?> subscription,
        Object payload,
        PermanentFailure poison) {

    public boolean isPoison() {
        return poison != null;
    }

    public String key() {
        return source.key() == null ? "" : source.key();
    }

    /** Calls the handlers of the deliveries in their order, once for each run of one type. */
    public static void applyAll(List<Delivery> deliveries) {
        int from = 0;
        while (from < deliveries.size()) {
            Subscription<?> subscription = deliveries.get(from).subscription();
            int to = from + 1;
            while (to < deliveries.size() && deliveries.get(to).subscription() == subscription) {
                to++;
            }
            if (subscription != null) {
                apply(subscription, deliveries.subList(from, to));
            }
            from = to;
        }
    }

    private static <E extends Event> void apply(
            Subscription<E> subscription, List<Delivery> deliveries) {
        Class<E> type = subscription.type().record();
        subscription
                .handler()
                .accept(
                        deliveries.stream()
                                .map(d -> new ReceivedEvent<>(d.meta(), type.cast(d.payload())))
                                .toList());
    }
}
