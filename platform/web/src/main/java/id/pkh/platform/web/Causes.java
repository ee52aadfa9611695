package id.pkh.platform.web;

import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.transaction.RollbackException;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Finds out what lies behind an exception that nobody mapped. */
final class Causes {

    private static final int MAX_DEPTH = 16;
    private static final Set<Class<?>> WRAPPERS =
            Set.of(
                    ArcUndeclaredThrowableException.class,
                    QuarkusTransactionException.class,
                    RollbackException.class,
                    UndeclaredThrowableException.class,
                    CompletionException.class,
                    ExecutionException.class);
    private static final Set<String> CHANGED_MEANWHILE = Set.of("23505", "40001", "40P01");
    private static final Set<String> OPTIMISTIC_LOCKS =
            Set.of("OptimisticLockException", "StaleObjectStateException", "StaleStateException");

    private Causes() {}

    /** What containers wrapped, unwrapped. */
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

    static String codeOf(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; i < MAX_DEPTH && cause != null; i++) {
            if (OPTIMISTIC_LOCKS.contains(cause.getClass().getSimpleName())) {
                return WebRefusals.CONCURRENT_CHANGE;
            }
            if (cause instanceof SQLException sql) {
                return codeOf(sql);
            }
            cause = cause.getCause();
        }
        return WebRefusals.INTERNAL_ERROR;
    }

    private static String codeOf(SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        if (CHANGED_MEANWHILE.contains(state)) {
            return WebRefusals.CONCURRENT_CHANGE;
        }
        boolean noConnection =
                state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
        boolean poolExhausted =
                sql.getMessage() != null && sql.getMessage().contains("Acquisition timeout");
        return noConnection || poolExhausted ? WebRefusals.UNAVAILABLE : WebRefusals.INTERNAL_ERROR;
    }
}
