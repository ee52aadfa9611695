package id.pkh.console.tail;

/**
 * A record as it passes by.
 *
 * @param at when it was written, milliseconds since the epoch
 * @param payload its beginning
 */
record TailEvent(
        long at,
        String topic,
        int partition,
        long offset,
        String key,
        String type,
        String id,
        String correlationId,
        String payload) {}
