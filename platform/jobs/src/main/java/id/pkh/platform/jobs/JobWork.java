package id.pkh.platform.jobs;

import java.util.List;
import java.util.Optional;

/**
 * One kind of long-running work, as a bean. Items come in an order that does not change. Each item
 * has a text by which the work finds it again: the checkpoint.
 *
 * @param <T> an item: a family, a group, a chunk of a file
 */
public interface JobWork<T> {

    /** Names the kind; it is stored with every job, so it must not change. */
    String kind();

    /** The next items in their order, at most {@code limit}; empty when there are no more. */
    List<T> next(Job job, Optional<T> after, int limit);

    /**
     * Processes the items in the chunk's transaction. An exception rolls the chunk back; the same
     * items are passed again later, alone or with fewer others.
     */
    void apply(Job job, List<T> items);

    String textOf(T item);

    T itemOf(String text);

    /** The number of items per transaction, if there are no failures. */
    default int chunkItems() {
        return 1_000;
    }

    /**
     * Whether chunks write different rows and none reads what an earlier one has written, apart
     * from the rest that {@link #begin} returns. Then an instance processes a few of them at the
     * same time; they still commit in their order. Wrong answers lead to chunks that wait for each
     * other until one of them times out.
     */
    default boolean mayOverlap() {
        return false;
    }

    /**
     * Processes the items of a chunk that overlaps with earlier ones, up to what has to wait for
     * them: rows that several chunks write, such as a sum. The rest is run in the same transaction
     * when all earlier chunks are committed.
     *
     * @return the rest
     */
    default Runnable begin(Job job, List<T> items) {
        apply(job, items);
        return () -> {};
    }

    /**
     * Whether an item that fails by itself is set aside so that the other items are processed. If
     * later items depend on earlier ones, this must return false, and the job fails.
     */
    default boolean maySetAside() {
        return true;
    }

    /**
     * Records in the work's own rows that an item failed by itself. It is called in a transaction
     * that begins after the failed one was rolled back, and that also moves the checkpoint. An
     * exception means that the failure will pass: the job waits, and the same item is tried again.
     *
     * @return whether the work has recorded the failure; then the item counts as done. If not, the
     *     engine sets it aside, or the job fails
     */
    default boolean settle(Job job, T item, RuntimeException failure) {
        return false;
    }

    /**
     * Whether nothing remains to be resumed when a person stops a job of this kind. Otherwise a
     * warning reminds operators of a job that stays stopped.
     */
    default boolean endsWhenStopped() {
        return false;
    }

    /** Called in the transaction in which the job becomes done; its row already says so. */
    default void finish(Job job) {}
}
