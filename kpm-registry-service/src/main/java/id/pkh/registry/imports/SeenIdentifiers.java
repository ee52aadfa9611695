package id.pkh.registry.imports;

/**
 * The sixteen-digit numbers seen so far in a file. It uses sixteen bytes per number, so that a
 * million rows fit in memory.
 */
final class SeenIdentifiers {

    private static final int FIRST_SLOTS = 1 << 12;

    private long[] slots = new long[FIRST_SLOTS];
    private int size;

    /** Adds the number, and returns whether it was new. */
    boolean add(String digits) {
        if (2 * (size + 1) > slots.length) {
            grow();
        }
        boolean added = put(slots, key(digits));
        size += added ? 1 : 0;
        return added;
    }

    boolean contains(String digits) {
        long key = key(digits);
        for (int slot = slotOf(key, slots.length); ; slot = (slot + 1) & (slots.length - 1)) {
            if (slots[slot] == key || slots[slot] == 0) {
                return slots[slot] == key;
            }
        }
    }

    int size() {
        return size;
    }

    private void grow() {
        long[] larger = new long[2 * slots.length];
        for (long key : slots) {
            if (key != 0) {
                put(larger, key);
            }
        }
        slots = larger;
    }

    private static boolean put(long[] slots, long key) {
        int slot = slotOf(key, slots.length);
        while (slots[slot] != 0 && slots[slot] != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        boolean isNew = slots[slot] == 0;
        slots[slot] = key;
        return isNew;
    }

    /** Each number is stored plus one, because 0 marks an empty slot. */
    private static long key(String digits) {
        return Long.parseLong(digits) + 1;
    }

    private static int slotOf(long key, int length) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & (length - 1);
    }
}
