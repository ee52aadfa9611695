package id.pkh.console.tail;

import java.util.List;

/**
 * The data that one viewer gets at a time.
 *
 * @param passed records on all topics since the last batch
 * @param matching records that the viewer's filter accepts
 * @param leftOut matching records that are not shown, because there are too many to read
 * @param dropped records that were overwritten before this viewer was served
 */
record TailBatch(
        List<TailEvent> events,
        long passed,
        int matching,
        int leftOut,
        long dropped,
        boolean brokerUp) {}
