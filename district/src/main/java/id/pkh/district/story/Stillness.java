package id.pkh.district.story;

import java.time.Duration;

/**
 * Whether everything has come to rest, judged from one look after another.
 *
 * <p>A commit that fails while a broker comes back is made good only with the next record, although
 * all has been applied. So offsets that stay behind, but have not moved for much longer than a lost
 * consumer takes to come back, hold nobody up: the recount says what was really applied.
 */
final class Stillness {

    static final Duration NOBODY_MOVES = Duration.ofSeconds(90);
    private static final int LOOKS = 3;

    private long lastLag = -1;
    private long lastPublished = -1;
    private long unmovedSince;
    private int sameLooks;

    /**
     * @param pending outbox rows unsent
     * @param lag records published and not committed by those who listen
     * @param published records on the topics
     * @param nanos time of the look
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
