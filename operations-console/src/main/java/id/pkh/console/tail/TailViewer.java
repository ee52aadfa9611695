package id.pkh.console.tail;

import id.pkh.console.call.Areas;
import java.util.List;

/** One browser with the live view; it gets a batch a few times per second. */
final class TailViewer {

    private final RingBuffer<TailEvent> buffer;
    private final TailFilter filter;
    private final Areas areas;
    private final int mostOfABatch;
    private long position;

    TailViewer(RingBuffer<TailEvent> buffer, TailFilter filter, Areas areas, int mostOfABatch) {
        this.buffer = buffer;
        this.filter = filter;
        this.areas = areas;
        this.mostOfABatch = mostOfABatch;
        this.position = buffer.end();
    }

    TailBatch next(boolean brokerUp) {
        RingBuffer.Slice<TailEvent> slice = buffer.since(position);
        long passed = slice.next() - position;
        position = slice.next();
        List<TailEvent> matching = slice.items().stream().filter(filter::accepts).toList();
        Sample<TailEvent> sample = Sample.of(matching, mostOfABatch);
        return new TailBatch(
                sample.shown().stream().map(event -> event.within(areas)).toList(),
                passed,
                matching.size(),
                sample.leftOut(),
                slice.lost(),
                brokerUp);
    }
}
