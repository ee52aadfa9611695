package id.pkh.contracts;

import java.util.UUID;
import java.util.function.Function;

/**
 * How an event is published.
 *
 * @param type CloudEvents type, {@code id.pkh.<context>.<name>.v1}
 * @param topic Kafka topic, {@code pkh.<context>.<aggregate>.v1}
 * @param record the payload
 * @param key the id of the aggregate, so that its events stay in order
 */
public record EventType<E extends Event>(
        String type, String topic, Class<E> record, Function<E, UUID> key) {

    /** Message key of an event of this type. */
    public String keyOf(Event event) {
        return key.apply(record.cast(event)).toString();
    }
}
