package id.pkh.platform.messaging;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What follows from a thing that happened with a certain number. */
public record ThingCounted(UUID thingId, LocalDate occurredOn, Instant recordedAt)
        implements Event {

    static final String TYPE = "id.pkh.test.thing-counted.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String topic() {
        return ThingHappened.TOPIC;
    }

    @Override
    public String key() {
        return thingId.toString();
    }
}
