package id.pkh.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * The options of a run, and the directories for its files.
 *
 * @param root the checkout
 * @param target the built files of this module
 * @param directory files of this run; deleted afterwards, unless a benchmark could not run
 * @param rounds number of runs; the median counts
 * @param events number of events for relay and tail
 * @param backlog number of waiting events for inbox
 * @param payments number of payments in the files to and from a bank
 * @param families number of families whose month or quarter is closed, or whose quarters are
 *     replayed
 * @param warnings number of warnings for latency
 */
record Bench(
        Path root,
        Path target,
        Path directory,
        int rounds,
        int events,
        int backlog,
        int payments,
        int families,
        int warnings,
        PrintStream progress) {

    void progress(String text, Object... arguments) {
        progress.println("  " + text.formatted(arguments));
        progress.flush();
    }
}
