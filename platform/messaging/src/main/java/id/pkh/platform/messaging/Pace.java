package id.pkh.platform.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps work that is repeated to a small share of the time: what takes long is done seldom, but
 * never so seldom that what it found is old news. Not for several threads at once.
 */
final class Pace {

    /** After work that took a second, this many seconds without it. */
    private static final int REST = 20;

    /** A slow moment of the database must not hide for minutes what happens after it. */
    private static final long LONGEST_REST = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private long notBefore;
    private boolean hasRun;

    Pace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    boolean isDue() {
        return !hasRun || nanoTime.getAsLong() - notBefore >= 0;
    }

    /** Does it and measures it; what fails is due again at once. */
    void run(Work work) throws SQLException {
        long began = nanoTime.getAsLong();
        work.run();
        long ended = nanoTime.getAsLong();
        notBefore = ended + Math.min(LONGEST_REST, REST * (ended - began));
        hasRun = true;
    }

    interface Work {
        void run() throws SQLException;
    }
}
