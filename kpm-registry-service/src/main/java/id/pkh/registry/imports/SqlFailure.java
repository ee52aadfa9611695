package id.pkh.registry.imports;

import java.sql.SQLException;

/** The database refused or was away; the chunk is rolled back and can be sent again. */
class SqlFailure extends RuntimeException {

    SqlFailure(String what, SQLException cause) {
        super(what + " failed with SQL state " + cause.getSQLState(), cause);
    }
}
