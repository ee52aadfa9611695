package id.pkh.console.overview;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * A value that takes a while to fetch and may be slightly old. It is fetched once, however many
 * users look. A user who looks while it is old gets the old value at once; the next user gets the
 * new one.
 */
final class Latest<T> {

    private static final String ONLY_KEY = "";

    private final AsyncLoadingCache<String, T> values;

    /**
     * @param fresh a younger value is not fetched again
     * @param usable a younger value is shown while it is fetched again
     */
    Latest(Supplier<T> question, Executor threads, Ticker time, Duration fresh, Duration usable) {
        this.values =
                Caffeine.newBuilder()
                        .ticker(time)
                        .executor(Runnable::run) // there is one entry, so nothing to tidy up
                        .refreshAfterWrite(positive(fresh))
                        .expireAfterWrite(positive(usable))
                        .buildAsync(
                                (key, executor) ->
                                        CompletableFuture.supplyAsync(question, threads));
    }

    T get() {
        try {
            return values.get(ONLY_KEY).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException own ? own : failed;
        }
    }

    /** The cache accepts no zero, with which a value is fetched for every user. */
    private static Duration positive(Duration time) {
        return time.isZero() ? Duration.ofNanos(1) : time;
    }
}
