package id.pkh.platform.messaging.intake;

import id.pkh.platform.messaging.subscription.Delivery;
import java.util.List;

/**
 * Detects an event that arrives after a later one of its key: its owner or the relay has broken the
 * order. It remembers a bounded number of keys, the latest ones, so an event that arrives very much
 * later is not detected. It only feeds a metric; no decision depends on it.
 */
final class OutOfOrderDetector {

    /** A power of two. */
    static final int KEYS = 8_192;

    private final String[] keys = new String[KEYS];
    private final long[] sequences = new long[KEYS];

    /** How many of the events are older than one of the same key that arrived before them. */
    synchronized long outOfOrder(List<Delivery> events) {
        long late = 0;
        for (Delivery event : events) {
            if (isLate(event.key(), event.meta().sequence())) {
                late++;
            }
        }
        return late;
    }

    /** Events of one change share its sequence. */
    private boolean isLate(String key, long sequence) {
        int hash = key.hashCode();
        int slot = (hash ^ hash >>> 16) & KEYS - 1;
        if (!key.equals(keys[slot])) {
            keys[slot] = key;
            sequences[slot] = sequence;
            return false;
        }
        if (sequence < sequences[slot]) {
            return true;
        }
        sequences[slot] = sequence;
        return false;
    }
}
