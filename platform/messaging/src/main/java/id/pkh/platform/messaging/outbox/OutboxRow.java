package id.pkh.platform.messaging.outbox;

import id.pkh.platform.messaging.trace.Causation;
import java.util.UUID;

/**
 * An event as it is stored in the outbox.
 *
 * @param extraHeaders a JSON object of strings that replaces the envelope, or null
 */
record OutboxRow(
        String topic,
        String key,
        UUID eventId,
        String type,
        long sequence,
        Causation causation,
        String extraHeaders,
        byte[] payload) {}
