package id.pkh.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What a run was asked for, and where it may put its files.
 *
 * @param root the checkout
 * @param target the built files of this module
 * @param directory files of this run; deleted afterwards, unless something could not run
 * @param rounds runs of which the median counts
 * @param events how many of them relay and tail move
 * @param backlog how many events inbox finds waiting
 * @param payments how many are in the files to and from a bank
 * @param warnings how many of them latency waits for
 */
record Bench(
        Path root,
        Path target,
        Path directory,
        int rounds,
        int events,
        int backlog,
        int payments,
        int warnings,
        PrintStream progress) {

    void progress(String text, Object... arguments) {
        progress.println("  " + text.formatted(arguments));
        progress.flush();
    }
}
