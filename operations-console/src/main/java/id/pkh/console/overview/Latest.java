package id.pkh.console.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * A value that takes a while to fetch and may be slightly old. It is fetched once, however many
 * users look. A user who looks while it is old gets the old value at once; the next user gets the
 * new one.
 */
final class Latest<T> {

    private final Supplier<T> question;
    private final Executor threads;
    private final Clock clock;
    private final Duration fresh;
    private final Duration usable;
    private T value;
    private Instant at = Instant.EPOCH;
    private CompletableFuture<T> asking;

    /**
     * @param fresh a younger value is not fetched again
     * @param usable a younger value is shown while it is fetched again
     */
    Latest(Supplier<T> question, Executor threads, Clock clock, Duration fresh, Duration usable) {
        this.question = question;
        this.threads = threads;
        this.clock = clock;
        this.fresh = fresh;
        this.usable = usable;
    }

    T get() {
        CompletableFuture<T> answer;
        synchronized (this) {
            Instant now = clock.instant();
            if (now.isBefore(at.plus(fresh))) {
                return value;
            }
            answer = ask();
            if (now.isBefore(at.plus(usable)) && value != null) {
                return value;
            }
        }
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException own ? own : failed;
        }
    }

    private CompletableFuture<T> ask() {
        if (asking != null) {
            return asking;
        }
        CompletableFuture<T> begun = new CompletableFuture<>();
        asking = begun;
        try {
            threads.execute(() -> answer(begun)); // may end before this method returns
        } catch (RejectedExecutionException stopping) {
            asking = null;
            throw stopping;
        }
        return begun;
    }

    private void answer(CompletableFuture<T> begun) {
        try {
            T found = question.get();
            end(found);
            begun.complete(found);
        } catch (RuntimeException
                | Error failed) { // otherwise the value would never be fetched again
            end(null);
            begun.completeExceptionally(failed);
        }
    }

    private synchronized void end(T found) {
        asking = null;
        if (found != null) {
            value = found;
            at = clock.instant();
        }
    }
}
