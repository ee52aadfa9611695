package id.pkh.registry.imports;

import java.sql.BatchUpdateException;
import java.sql.SQLException;

/** The database refused or was away; the chunk is rolled back and can be sent again. */
class SqlFailure extends RuntimeException {

    SqlFailure(String what, SQLException cause) {
        super(what + " failed with SQL state " + cause.getSQLState(), withoutValues(cause));
    }

    /** The driver writes the values of the row into the message of a failed batch. */
    private static SQLException withoutValues(SQLException cause) {
        return cause instanceof BatchUpdateException && cause.getNextException() != null
                ? cause.getNextException()
                : cause;
    }
}
