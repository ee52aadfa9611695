package id.pkh.registry.planted;

import java.sql.Connection;
import java.sql.SQLException;

/** Planted: prepares a statement by itself. */
public class OwnStatements {

    void run(Connection connection) throws SQLException {
        connection.prepareStatement("SELECT 1").close();
    }
}
