package id.pkh.platform.jobs;

import java.util.List;
import java.util.Optional;

/**
 * One kind of long work, as a bean. Items come in an order that does not change, and each has a
 * text by which the work finds it again: the checkpoint.
 *
 * @param <T> an item: a family, a group, a chunk of a file
 */
public interface JobWork<T> {

    /** Names the kind; it is kept with every job, so it must not change. */
    String kind();

    /** The next items in their order, at most {@code limit}; none when there are no more. */
    List<T> next(Job job, Optional<T> after, int limit);

    /**
     * Deals with them in the chunk's transaction. What it throws rolls the chunk back; the same
     * items come again, alone or with fewer others.
     */
    void apply(Job job, List<T> items);

    String textOf(T item);

    T itemOf(String text);

    /** How many items one transaction has, when all is well. */
    default int chunkItems() {
        return 1_000;
    }

    /**
     * Whether an item that fails by itself is set aside so that the others are dealt with. Where
     * later items build on earlier ones the answer is no, and the job fails.
     */
    default boolean maySetAside() {
        return true;
    }

    /** In the transaction in which the job becomes done. */
    default void finish(Job job) {}
}
