package id.pkh.platform.messaging.things;

import id.pkh.contracts.Event;
import java.util.UUID;

/** An event of these tests. No catalogue lists it: it states itself how it travels. */
public interface ThingEvent extends Event {

    String type();

    String topic();

    UUID thingId();
}
