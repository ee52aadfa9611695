package id.pkh.testsupport.model;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * The seeds that a model test plays: the same ones each time. {@code -Dpkh.model.seed=17} plays one
 * of them alone, {@code -Dpkh.model.seeds=1000} the first thousand.
 */
public final class ModelSeeds {

    private static final String ONE = "pkh.model.seed";
    private static final String COUNT = "pkh.model.seeds";

    private ModelSeeds() {}

    /** Plays each seed; the first that fails is named, with the way to play it alone. */
    public static void play(int count, LongConsumer schedule) {
        for (long seed : first(count)) {
            try {
                schedule.accept(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "Seed %d fails. Play it alone with -D%s=%d%n%s"
                                .formatted(seed, ONE, seed, e.getMessage()),
                        e);
            }
        }
    }

    /** The first seeds, or the one that is asked for. */
    public static List<Long> first(int count) {
        Long one = Long.getLong(ONE);
        return one != null
                ? List.of(one)
                : LongStream.range(0, Integer.getInteger(COUNT, count)).boxed().toList();
    }
}
