package id.pkh.platform.messaging.things;

import id.pkh.contracts.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An event of these tests. */
public record ThingHappened(UUID thingId, int number, LocalDate occurredOn, Instant recordedAt)
        implements ThingEvent {

    public static final String TYPE = "id.pkh.test.thing-happened.v1";
    public static final String TOPIC = "pkh.test.thing.v1";
    public static final EventType<ThingHappened> EVENT_TYPE =
            new EventType<>(TYPE, TOPIC, ThingHappened.class, ThingHappened::thingId);

    public static ThingHappened of(UUID thingId, int number) {
        return new ThingHappened(
                thingId, number, LocalDate.of(2026, 1, 15), Instant.parse("2026-01-16T03:00:00Z"));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String topic() {
        return TOPIC;
    }
}
