package id.pkh.district.story;

import java.time.Duration;

/**
 * Decides from successive observations whether everything has been processed.
 *
 * <p>If a commit fails while a broker comes back, it is repeated only with the next record,
 * although all records have been applied. Therefore offsets that are behind, but have not moved for
 * much longer than a lost consumer needs to come back, do not delay the story: the recount shows
 * what was really applied.
 */
final class Stillness {

    static final Duration NOBODY_MOVES = Duration.ofSeconds(90);
    private static final int LOOKS = 3;

    private long lastLag = -1;
    private long lastPublished = -1;
    private long unmovedSince;
    private int sameLooks;

    /**
     * @param pending unsent outbox rows
     * @param lag records that were published but not committed by their consumers
     * @param published records on the topics
     * @param nanos time of the observation
     */
    boolean at(long pending, long lag, long published, long nanos) {
        if (pending != 0 || lag != lastLag || published != lastPublished) {
            lastLag = lag;
            lastPublished = published;
            unmovedSince = nanos;
            sameLooks = 0;
            return false;
        }
        sameLooks++;
        return lag == 0 ? sameLooks >= LOOKS : nanos - unmovedSince >= NOBODY_MOVES.toNanos();
    }
}
