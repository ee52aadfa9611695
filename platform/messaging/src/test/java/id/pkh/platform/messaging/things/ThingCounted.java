package id.pkh.platform.messaging.things;

import id.pkh.contracts.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The event that the consumer publishes for a certain number. */
public record ThingCounted(UUID thingId, LocalDate occurredOn, Instant recordedAt)
        implements ThingEvent {

    public static final String TYPE = "id.pkh.test.thing-counted.v1";
    public static final EventType<ThingCounted> EVENT_TYPE =
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
