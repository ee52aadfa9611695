package id.pkh.disbursement.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Walks through rows in their order and selects some of them by a rule. A page examines a bounded
 * number of rows, so it can have few items, or none, although more follow: what the rule selects
 * can be rare, and no index knows the rule.
 *
 * @param <R> a row
 * @param <P> the position of a row
 */
public final class BoundedWalk<R, P> {

    public static final int EXAMINED_MAX = 20_000;
    private static final int WINDOW = 5_000;

    /** Reads the rows behind a position. */
    @FunctionalInterface
    public interface Reader<R, P> {

        /**
         * @param position null for the beginning
         */
        List<R> after(P position, int limit);
    }

    /**
     * @param next where the next page begins; null at the end
     */
    public record Walked<T, P>(List<T> items, P next) {}

    private final Reader<R, P> rows;
    private final Function<R, P> positionOf;

    public BoundedWalk(Reader<R, P> rows, Function<R, P> positionOf) {
        this.rows = rows;
        this.positionOf = positionOf;
    }

    /**
     * @param from null for the beginning
     * @param select empty for a row that is not in the list
     */
    public <T> Walked<T, P> page(P from, int limit, Function<R, Optional<T>> select) {
        List<T> items = new ArrayList<>();
        P position = from;
        int window = limit + 1;
        for (int examined = 0; examined < EXAMINED_MAX; examined += window) {
            window = examined == 0 ? limit + 1 : WINDOW;
            List<R> read = rows.after(position, window);
            for (int i = 0; i < read.size(); i++) {
                position = positionOf.apply(read.get(i));
                select.apply(read.get(i)).ifPresent(items::add);
                boolean isLast = i + 1 == read.size() && read.size() < window;
                if (items.size() == limit && !isLast) {
                    return new Walked<>(items, position);
                }
            }
            if (read.size() < window) {
                return new Walked<>(items, null);
            }
        }
        return new Walked<>(items, position);
    }
}
