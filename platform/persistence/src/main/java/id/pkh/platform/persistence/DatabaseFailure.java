package id.pkh.platform.persistence;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/**
 * A statement failed. {@link SqlState#of} determines from its cause whether another try is useful.
 */
public class DatabaseFailure extends RuntimeException {

    private static final int MAX_DEPTH = 16;

    public DatabaseFailure(String message, SQLException cause) {
        super(message, withoutValues(cause));
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
