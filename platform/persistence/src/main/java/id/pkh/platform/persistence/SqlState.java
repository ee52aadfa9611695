package id.pkh.platform.persistence;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What the database said when a statement failed, and what that means. The only place that judges
 * SQL states, so that the same failure is treated alike by a consumer, a request and a job.
 *
 * @param code five characters; null when the server was never asked (no connection from the pool,
 *     connection broken)
 * @param constraint the violated constraint; null when it was something else
 */
public record SqlState(String code, String constraint, Kind kind) {

    /** What to do about a failure. */
    public enum Kind {
        /**
         * Passes without our doing: connection, resources, an operator's intervention, a lock that
         * was not free in time. Wait, then try again.
         */
        PASSING,
        /** Another transaction was in the way: serialization failure or deadlock. Try again now. */
        COLLISION,
        /** The change breaks a constraint; its name tells which invariant. */
        CONSTRAINT,
        /** Comes again with the same statement and values. */
        PERMANENT;

        /** Whether the same work can succeed later without anybody changing it. */
        public boolean isWorthAnotherTry() {
            return this == PASSING || this == COLLISION;
        }
    }

    public static final String UNIQUE_VIOLATION = "23505";
    public static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final int MAX_DEPTH = 16;
    private static final Set<String> COLLISIONS = Set.of("40001", "40P01");

    /** Lock not available, in a failed transaction, read-only server, idle too long. */
    private static final Set<String> PASSING =
            Set.of(LOCK_NOT_AVAILABLE, "25P02", "25006", "25P03");

    /** SQL state classes: connection, resources, operator intervention, system error. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57", "58");

    private static final String INTEGRITY_CLASS = "23";
    private static final String ROLLBACK_CLASS = "40";

    /** The state of the first SQL failure among the causes; empty when there is none. */
    public static Optional<SqlState> of(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < MAX_DEPTH && cause != null; i++) {
            if (cause instanceof SQLException sql) {
                return Optional.of(of(sql));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static SqlState of(SQLException failure) {
        return new SqlState(failure.getSQLState(), constraintOf(failure), kindOf(failure));
    }

    /** Whether a failure, or a cause of it, is a violation of this constraint. */
    public static boolean isViolationOf(Throwable failure, String constraint) {
        return of(failure).map(state -> constraint.equals(state.constraint())).orElse(false);
    }

    /** Whether a failure comes from the database and the same work can succeed later. */
    public static boolean isWorthAnotherTry(Throwable failure) {
        return of(failure).map(state -> state.kind().isWorthAnotherTry()).orElse(false);
    }

    public boolean isUniqueViolation() {
        return UNIQUE_VIOLATION.equals(code);
    }

    private static Kind kindOf(SQLException failure) {
        String code = failure.getSQLState();
        if (code == null || code.length() != 5) {
            // neither the server nor the driver said anything: the pool could give no connection
            return Kind.PASSING;
        }
        if (COLLISIONS.contains(code)) {
            return Kind.COLLISION;
        }
        String codeClass = code.substring(0, 2);
        if (codeClass.equals(INTEGRITY_CLASS)) {
            return Kind.CONSTRAINT;
        }
        boolean passing =
                PASSING.contains(code)
                        || PASSING_CLASSES.contains(codeClass)
                        || codeClass.equals(ROLLBACK_CLASS)
                        || failure instanceof SQLTransientException
                        || failure instanceof SQLRecoverableException;
        return passing ? Kind.PASSING : Kind.PERMANENT;
    }

    /** The failure of a batch has the server's answer as its cause. */
    private static String constraintOf(SQLException failure) {
        Throwable answered = failure instanceof BatchUpdateException ? failure.getCause() : failure;
        ServerErrorMessage said =
                answered instanceof PSQLException answer ? answer.getServerErrorMessage() : null;
        return said == null ? null : said.getConstraint();
    }
}
