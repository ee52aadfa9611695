package id.pkh.platform.messaging.subscription;

import id.pkh.contracts.EventType;
import id.pkh.platform.messaging.envelope.CloudEventHeaders;
import id.pkh.platform.messaging.envelope.EventMeta;
import id.pkh.platform.messaging.envelope.WireFormat;
import id.pkh.platform.messaging.failure.PermanentFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads records into {@link Delivery deliveries}, according to the service's subscriptions. */
@ApplicationScoped
public class EventReader {

    private record Topic(Map<String, Subscription<?>> byType, Set<String> ignored) {}

    private final Map<String, Topic> topics = new HashMap<>();

    EventReader(@Any Instance<EventSubscriber> subscribers) {
        for (EventSubscriber subscriber : subscribers) {
            Map<String, Subscription<?>> byType = new HashMap<>();
            for (Subscription<?> subscription : subscriber.subscriptions()) {
                if (byType.put(subscription.type().type(), subscription) != null) {
                    throw new IllegalStateException(
                            "two subscriptions of " + subscription.type().type());
                }
            }
            Set<String> ignored =
                    subscriber.ignoredTypes().stream()
                            .map(EventType::type)
                            .collect(Collectors.toUnmodifiableSet());
            if (topics.put(subscriber.topic(), new Topic(byType, ignored)) != null) {
                throw new IllegalStateException("two subscribers of " + subscriber.topic());
            }
        }
    }

    /** The topics to which the service subscribes. */
    public Set<String> topics() {
        return Collections.unmodifiableSet(topics.keySet());
    }

    public Delivery read(ConsumerRecord<String, byte[]> message) {
        EventMeta meta = null;
        try {
            meta = CloudEventHeaders.read(message);
            Topic topic = topics.get(message.topic());
            if (topic == null) {
                throw new PermanentFailure(
                        "TOPIC_UNKNOWN", "no subscription of " + message.topic());
            }
            Subscription<?> subscription = topic.byType().get(meta.type());
            if (subscription == null) {
                if (topic.ignored().contains(meta.type())) {
                    return new Delivery(message, meta, null, null, null);
                }
                throw new PermanentFailure("TYPE_UNKNOWN", "no handler for " + meta.type());
            }
            return new Delivery(message, meta, subscription, payload(message, subscription), null);
        } catch (PermanentFailure poison) {
            return new Delivery(message, meta, null, null, poison);
        }
    }

    private static Object payload(
            ConsumerRecord<String, byte[]> message, Subscription<?> subscription) {
        if (message.value() == null) {
            throw new PermanentFailure("PAYLOAD_MISSING", "the record has no value");
        }
        try {
            Object payload =
                    WireFormat.mapper().readValue(message.value(), subscription.type().record());
            if (payload == null) {
                throw new PermanentFailure("PAYLOAD_MISSING", "the payload is null");
            }
            return payload;
        } catch (IOException e) {
            throw new PermanentFailure(
                    "PAYLOAD_UNREADABLE",
                    "the payload is not a " + subscription.type().record().getSimpleName(),
                    e);
        }
    }
}
