package id.pkh.console.tail;

import java.util.ArrayList;
import java.util.List;

/** Keeps the last so many items for any number of readers; a slow reader loses, nobody waits. */
final class RingBuffer<T> {

    /**
     * What a reader has not seen yet.
     *
     * @param lost items that were overwritten before he came
     * @param next where he goes on
     */
    record Slice<T>(List<T> items, long lost, long next) {}

    private final Object[] items;
    private long end;

    RingBuffer(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a buffer holds at least one item");
        }
        items = new Object[capacity];
    }

    synchronized void add(T item) {
        items[(int) (end++ % items.length)] = item;
    }

    /** Where a reader begins who wants only what comes from now on. */
    synchronized long end() {
        return end;
    }

    @SuppressWarnings("unchecked")
    synchronized Slice<T> since(long position) {
        long from = Math.max(position, Math.max(0, end - items.length));
        List<T> found = new ArrayList<>((int) (end - from));
        for (long i = from; i < end; i++) {
            found.add((T) items[(int) (i % items.length)]);
        }
        return new Slice<>(found, from - position, end);
    }
}
