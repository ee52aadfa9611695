package id.pkh.platform.messaging;

import java.util.List;

/**
 * Notices an event that comes after a later one of its key: its owner or the relay has broken the
 * order. It remembers a bounded number of keys, those met last, so an event that is overtaken by
 * very much else is not noticed. Nothing is decided by it; it is for people to look at.
 */
final class OrderWatch {

    /** A power of two. */
    static final int KEYS = 8_192;

    private final String[] keys = new String[KEYS];
    private final long[] sequences = new long[KEYS];

    /** How many of the events are older than one of their key before them. */
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
