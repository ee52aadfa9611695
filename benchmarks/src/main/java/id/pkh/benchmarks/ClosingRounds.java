package id.pkh.benchmarks;

import id.pkh.launcher.stack.ServiceProcess;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Closes the same period again and again, each time beside its bare statements. */
record ClosingRounds(
        Bench bench,
        ServiceProcess service,
        OnTables forget,
        Runnable close,
        OnTables verify,
        BareStatements bare) {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    /** A step between the measurements. */
    interface OnTables {
        void run() throws SQLException;
    }

    /** The first closing warms the service up. */
    Figure run(String name, double familiesPerSecond) throws SQLException {
        List<Double> closed = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        for (int round = 0; round <= bench.rounds(); round++) {
            forget.run();
            double seconds = timed();
            verify.run();
            bench.progress(
                    "%s: closed within %s s, %s families/s",
                    round == 0 ? "warm-up" : "round " + round,
                    Numbers.text(seconds),
                    Numbers.text(bench.families() / seconds));
            if (round > 0) {
                closed.add(seconds);
                bare.keep();
                forget.run();
                limits.add(bare.write());
                bench.progress("bare statements within %s s", Numbers.text(limits.get(round - 1)));
            }
        }
        double seconds = Statistics.median(closed);
        return new Figure(
                name,
                bench.families() / seconds,
                "families/s",
                "the bare statements",
                bench.families() / Statistics.median(limits),
                seconds,
                ProcessMemory.peakMb(service.pid()),
                Target.valueAtLeast(familiesPerSecond));
    }

    private double timed() {
        long start = System.nanoTime();
        close.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Returns when the closing is done. */
    static void await(Supplier<String> state) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        String seen = state.get();
        while (!seen.equals("DONE")) {
            if (!seen.equals("RUNNING") || System.nanoTime() > until) {
                throw new CannotRun("the closing is " + seen);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            seen = state.get();
        }
    }
}
