package id.pkh.console.tail;

/**
 * A record of the live view.
 *
 * @param at when it was written, milliseconds since the epoch
 * @param payload the beginning of its payload
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
