package id.pkh.platform.messaging.envelope;

import java.time.Instant;
import java.util.UUID;

/**
 * The envelope of a received event.
 *
 * @param id CloudEvents id; the same however often the record is sent
 * @param type CloudEvents type
 * @param source CloudEvents source
 * @param subject id of the aggregate
 * @param time when the event was recorded by its owner
 * @param sequence version of the aggregate
 * @param correlationId the same for everything that one outside act caused
 * @param causationId id of the event that caused this one, or null when a request did
 * @param traceparent W3C trace context, or null
 */
public record EventMeta(
        UUID id,
        String type,
        String source,
        String subject,
        Instant time,
        long sequence,
        String correlationId,
        String causationId,
        String traceparent,
        String topic,
        int partition,
        long offset,
        String key) {}
