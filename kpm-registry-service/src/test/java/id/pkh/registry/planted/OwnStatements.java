package id.pkh.registry.planted;

import java.sql.Connection;
import java.sql.SQLException;

/** Planted violation: prepares a JDBC statement directly. */
public class OwnStatements {

    void run(Connection connection) throws SQLException {
        connection.prepareStatement("SELECT 1").close();
    }
}
