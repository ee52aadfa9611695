package id.pkh.registry.family;

import java.sql.BatchUpdateException;
import java.sql.SQLException;

/** The database refused a statement or did not answer; its transaction is rolled back. */
public class SqlFailure extends RuntimeException {

    public SqlFailure(String what, SQLException cause) {
        super(what + " failed with SQL state " + cause.getSQLState(), withoutValues(cause));
    }

    /** The driver writes the values of the row into the message of a failed batch. */
    private static SQLException withoutValues(SQLException cause) {
        return cause instanceof BatchUpdateException && cause.getNextException() != null
                ? cause.getNextException()
                : cause;
    }
}
