package id.pkh.platform.messaging.outbox;

import id.pkh.contracts.Event;
import id.pkh.contracts.EventType;
import id.pkh.contracts.EventTypes;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ServiceLoader;

/** The catalogue on the class path: the platform itself knows no event. */
@DefaultBean
@ApplicationScoped
class LoadedEventTypes implements EventTypes {

    private final EventTypes catalogue =
            ServiceLoader.load(EventTypes.class)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no catalogue of events"));

    @Override
    public EventType<?> of(Event event) {
        return catalogue.of(event);
    }
}
