package id.pkh.platform.web;

import id.pkh.platform.edge.OneLine;
import id.pkh.platform.persistence.SqlState;
import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.transaction.RollbackException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Finds the cause of an exception that has no mapping of its own. */
final class Causes {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_CAUSE_CHARS = 500;
    private static final String OWN_CODE = "id.pkh.";
    private static final String PLATFORM = OWN_CODE + "platform.";
    private static final Set<Class<?>> WRAPPERS =
            Set.of(
                    ArcUndeclaredThrowableException.class,
                    QuarkusTransactionException.class,
                    RollbackException.class,
                    UndeclaredThrowableException.class,
                    CompletionException.class,
                    ExecutionException.class);
    private static final Set<String> OPTIMISTIC_LOCKS =
            Set.of("OptimisticLockException", "StaleObjectStateException", "StaleStateException");

    private Causes() {}

    /** The exception inside the wrappers of containers. */
    static Throwable withoutWrappers(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; i < MAX_DEPTH; i++) {
            if (!WRAPPERS.contains(cause.getClass()) || cause.getCause() == null) {
                return cause;
            }
            cause = cause.getCause();
        }
        return cause;
    }

    /**
     * An exception with its causes in one line, each with the place in this project's code where it
     * passed first. A log of failing requests stays readable, and no message can start a line.
     */
    static String inOneLine(Throwable thrown) {
        StringBuilder line = new StringBuilder();
        Throwable cause = thrown;
        for (int i = 0; i < MAX_DEPTH && cause != null; i++) {
            String text = OneLine.of(cause.toString());
            line.append(i == 0 ? "" : " <- ")
                    .append(text, 0, Math.min(text.length(), MAX_CAUSE_CHARS));
            placeOf(cause).ifPresent(place -> line.append(" at ").append(place));
            cause = cause.getCause();
        }
        return line.toString();
    }

    /** The place in a service, or in the platform if the exception passed no service. */
    private static Optional<StackTraceElement> placeOf(Throwable cause) {
        List<StackTraceElement> own =
                Arrays.stream(cause.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith(OWN_CODE))
                        .filter(frame -> frame.getLineNumber() > 0)
                        .toList();
        return own.stream()
                .filter(frame -> !frame.getClassName().startsWith(PLATFORM))
                .findFirst()
                .or(() -> own.stream().findFirst());
    }

    static String codeOf(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; i < MAX_DEPTH && cause != null; i++) {
            if (OPTIMISTIC_LOCKS.contains(cause.getClass().getSimpleName())) {
                return WebRefusals.CONCURRENT_CHANGE;
            }
            cause = cause.getCause();
        }
        return SqlState.of(thrown).map(Causes::codeOf).orElse(WebRefusals.INTERNAL_ERROR);
    }

    private static String codeOf(SqlState state) {
        return switch (state.kind()) {
            case PASSING -> WebRefusals.UNAVAILABLE;
            case COLLISION -> WebRefusals.CONCURRENT_CHANGE;
            case CONSTRAINT ->
                    state.isUniqueViolation()
                            ? WebRefusals.CONCURRENT_CHANGE
                            : WebRefusals.INTERNAL_ERROR;
            case PERMANENT -> WebRefusals.INTERNAL_ERROR;
        };
    }
}
