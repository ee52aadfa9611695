package id.pkh.platform.messaging.things;

import id.pkh.contracts.Event;
import java.util.UUID;

/** An event of these tests. No catalogue lists it: the event itself states type, topic and key. */
public interface ThingEvent extends Event {

    String type();

    String topic();

    UUID thingId();
}
