package id.pkh.platform.messaging;

import id.pkh.contracts.EventType;
import java.util.List;
import java.util.Set;

/** What a service listens to on one topic: one bean a topic. */
public interface EventSubscriber {

    String topic();

    List<Subscription<?>> subscriptions();

    /**
     * Types on the topic that this service knowingly does not need. Any other unknown type is
     * parked.
     */
    default Set<EventType<?>> ignoredTypes() {
        return Set.of();
    }
}
