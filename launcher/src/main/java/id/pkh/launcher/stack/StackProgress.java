package id.pkh.launcher.stack;

/** Hears what a stack is doing, a line each. */
@FunctionalInterface
public interface StackProgress {

    StackProgress SILENT = line -> {};

    void line(String line);
}
