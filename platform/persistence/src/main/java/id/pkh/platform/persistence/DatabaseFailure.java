package id.pkh.platform.persistence;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jdbi.v3.core.JdbiException;

/**
 * A statement failed. {@link SqlState#of} determines from its cause whether another try is useful.
 */
public class DatabaseFailure extends RuntimeException {

    private static final int MAX_DEPTH = 16;

    /** {@link Database} with its lambdas and proxies, and this class. */
    private static final Pattern PASSED_ON_BY =
            Pattern.compile(
                    Pattern.quote(Database.class.getPackageName())
                            + "\\.Database(Failure)?([$_].*)?");

    public DatabaseFailure(String message, SQLException cause) {
        super(message, withoutValues(cause));
        setStackTrace(fromTheCaller(getStackTrace()));
    }

    /** An operator reads the first frame: it must name the statement's owner, not this package. */
    private static StackTraceElement[] fromTheCaller(StackTraceElement[] frames) {
        return Arrays.stream(frames)
                .dropWhile(frame -> PASSED_ON_BY.matcher(frame.getClassName()).matches())
                .toArray(StackTraceElement[]::new);
    }

    /** Only the message of the database, because Jdbi's message contains the parameters. */
    static RuntimeException translated(String message, JdbiException failure) {
        Throwable cause = failure;
        for (int i = 0; i < MAX_DEPTH && cause != null; i++) {
            if (cause instanceof SQLException sql) {
                return new DatabaseFailure(message, sql);
            }
            cause = cause.getCause();
        }
        return failure;
    }

    /** The driver writes the values of the row into the message of a failed batch. */
    private static SQLException withoutValues(SQLException cause) {
        return cause instanceof BatchUpdateException && cause.getNextException() != null
                ? cause.getNextException()
                : cause;
    }
}
