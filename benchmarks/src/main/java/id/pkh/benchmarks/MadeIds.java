package id.pkh.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Fills tables with rows that follow from a number. */
final class MadeIds {

    /** An id of the form that the services give, ordered by its number. */
    static final String FUNCTION =
            """
            CREATE FUNCTION pg_temp.made_id(kind bigint, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
              SELECT (lpad(to_hex(1775000000000 + kind * 100000000 + n / 20), 12, '0') || '7' || lpad(to_hex(n %% 20 * 200), 3, '0')
                      || '8' || substr(md5(kind || ' ' || n), 1, 15))::uuid $$
            """;

    private MadeIds() {}

    /**
     * Runs the statements in one session, without triggers.
     *
     * @param statements formats, whose argument is the number of families
     */
    static void fill(DataSource superuser, List<String> statements, int families)
            throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("SET session_replication_role = replica");
            for (String statement : statements) {
                sql.execute(statement.formatted(families));
            }
        }
    }
}
