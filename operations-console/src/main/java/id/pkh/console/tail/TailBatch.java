package id.pkh.console.tail;

import java.util.List;

/**
 * What one viewer gets at a time.
 *
 * @param passed records on all topics since the last batch
 * @param matching those that his filter accepts
 * @param leftOut matching ones that are not shown, because they came faster than can be read
 * @param dropped records that passed unseen, because they came faster than he was served
 */
record TailBatch(
        List<TailEvent> events,
        long passed,
        int matching,
        int leftOut,
        long dropped,
        boolean brokerUp) {}
