package id.pkh.platform.messaging;

import java.util.UUID;

/** A record on its way to Kafka; {@code extraHeaders} is a JSON object of strings, or null. */
record OutboxRow(
        String topic,
        String key,
        UUID eventId,
        String type,
        long sequence,
        Causation causation,
        String extraHeaders,
        byte[] payload) {}
