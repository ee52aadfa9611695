package id.pkh.platform.messaging;

import id.pkh.contracts.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What follows from a thing that happened with a certain number. */
public record ThingCounted(UUID thingId, LocalDate occurredOn, Instant recordedAt)
        implements ThingEvent {

    static final String TYPE = "id.pkh.test.thing-counted.v1";
    static final EventType<ThingCounted> EVENT_TYPE =
            new EventType<>(TYPE, ThingHappened.TOPIC, ThingCounted.class, ThingCounted::thingId);

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String topic() {
        return ThingHappened.TOPIC;
    }
}
