package id.pkh.benchmarks;

/** A benchmark has no figure, for this reason. */
public class CannotRun extends RuntimeException {

    public CannotRun(String message) {
        super(message);
    }

    public CannotRun(String message, Throwable cause) {
        super(message, cause);
    }
}
