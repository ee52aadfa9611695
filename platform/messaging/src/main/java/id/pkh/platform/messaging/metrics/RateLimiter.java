package id.pkh.platform.messaging.metrics;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Limits repeated work to a small share of the time: the longer it takes, the less often it runs,
 * but never so seldom that its result is out of date. Not for several threads at once.
 */
public final class RateLimiter {

    /** After work that took one second, it rests this many seconds. */
    private static final int REST = 20;

    /** A single slow read of the database must not hide for minutes what happens after it. */
    private static final long LONGEST_REST = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private long notBefore;
    private boolean hasRun;

    public RateLimiter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    public boolean isDue() {
        return !hasRun || nanoTime.getAsLong() - notBefore >= 0;
    }

    /** Runs the work and measures it; work that fails is due again at once. */
    public void run(Runnable work) {
        long began = nanoTime.getAsLong();
        work.run();
        long ended = nanoTime.getAsLong();
        notBefore = ended + Math.min(LONGEST_REST, REST * (ended - began));
        hasRun = true;
    }
}
