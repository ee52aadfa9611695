package id.pkh.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The data and the logs below a stack's home. */
final class StackFiles {

    private StackFiles() {}

    static void prepareData(StackPlan plan, StackProgress progress) {
        Path data = plan.data();
        if (!Files.isDirectory(data)) {
            progress.line("Starting with fresh data in " + data);
        } else if (plan.keepData()) {
            progress.line("Using the data of the last run in " + data);
        } else {
            delete(data);
            progress.line(
                    "Starting with fresh data in "
                            + data
                            + " (--keep keeps the data of the last run)");
        }
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + data, e);
        }
    }

    /** Each run has its own logs; those of the previous run are kept as {@code .old}. */
    static void emptyLogs(StackPlan plan) {
        try {
            Files.createDirectories(plan.logs());
            for (String name : plan.ports().keySet()) { // no file has the name of a management port
                Path log = plan.logs().resolve(name + ".log");
                if (Files.exists(log)) {
                    Path old = plan.logs().resolve(name + ".log.old");
                    Files.deleteIfExists(old);
                    Files.move(log, old);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + plan.logs(), e);
        }
    }

    static void delete(Path directory) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + directory, e);
        }
    }
}
