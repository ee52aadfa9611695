package id.pkh.launcher.stack;

/** Receives the progress of a stack, one line at a time. */
@FunctionalInterface
public interface StackProgress {

    StackProgress SILENT = line -> {};

    void line(String line);
}
