package id.pkh.district.story;

/** Decides from successive observations whether everything has been processed. */
final class Stillness {

    private static final int LOOKS = 3;

    private long lastPublished = -1;
    private int sameLooks;

    /**
     * @param pending unsent outbox rows
     * @param lag records that were published but not committed by their consumers
     * @param published records on the topics
     */
    boolean at(long pending, long lag, long published) {
        if (pending != 0 || lag != 0 || published != lastPublished) {
            lastPublished = published;
            sameLooks = 0;
            return false;
        }
        sameLooks++;
        return sameLooks >= LOOKS;
    }
}
