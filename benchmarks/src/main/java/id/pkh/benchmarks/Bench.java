package id.pkh.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * What a run was asked for, and where it may put its files.
 *
 * @param root the checkout
 * @param target the built files of this module
 * @param directory files of this run; deleted afterwards
 * @param askedSize how much of everything, when the caller said so
 */
record Bench(
        Path root,
        Path target,
        Path directory,
        int rounds,
        OptionalInt askedSize,
        PrintStream progress) {

    int size(int usual) {
        return askedSize.orElse(usual);
    }

    void progress(String text, Object... arguments) {
        progress.println("  " + text.formatted(arguments));
        progress.flush();
    }
}
