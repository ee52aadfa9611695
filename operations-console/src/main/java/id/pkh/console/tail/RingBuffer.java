package id.pkh.console.tail;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the last items for any number of readers. A slow reader loses items; the writer never
 * waits.
 */
final class RingBuffer<T> {

    /**
     * The items that a reader has not seen yet.
     *
     * @param lost items that were overwritten before they were read
     * @param next where the reader continues
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

    /** The start position of a reader who wants only new items. */
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
