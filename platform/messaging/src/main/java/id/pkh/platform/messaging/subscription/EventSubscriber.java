package id.pkh.platform.messaging.subscription;

import id.pkh.contracts.EventType;
import java.util.List;
import java.util.Set;

/** The subscriptions of a service to one topic. There is one bean for each topic. */
public interface EventSubscriber {

    String topic();

    List<Subscription<?>> subscriptions();

    /**
     * Types on the topic that this service ignores on purpose. Events of any other unknown type are
     * parked.
     */
    default Set<EventType<?>> ignoredTypes() {
        return Set.of();
    }
}
