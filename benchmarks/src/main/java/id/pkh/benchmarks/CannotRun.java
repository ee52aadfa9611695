package id.pkh.benchmarks;

/** A benchmark has no figure to give, and this is why. */
public class CannotRun extends RuntimeException {

    public CannotRun(String message) {
        super(message);
    }

    public CannotRun(String message, Throwable cause) {
        super(message, cause);
    }
}
