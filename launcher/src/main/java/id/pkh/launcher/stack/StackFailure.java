package id.pkh.launcher.stack;

/** The stack cannot start, or a part of it has ended. The message says what the user can do. */
public class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
