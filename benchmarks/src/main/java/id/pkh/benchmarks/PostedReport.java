package id.pkh.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What a bank's report has left in the disbursement service's database. */
final class PostedReport {

    private final DataSource database;

    PostedReport(DataSource superuser) {
        this.database = superuser;
    }

    /** Fails unless every payment has exactly the status that its line gives it. */
    void verify(int payments) throws SQLException {
        require("statuses", AnswerFile.statuses(payments), statuses());
        require("outcomes", AnswerFile.outcomes(payments), outcomes());
        require("exceptions", AnswerFile.exceptions(payments), exceptions());
        require("events", AnswerFile.events(payments), events());
        require("payments whose status is not the last of their history", 0L, unremembered());
        require("families whose version is not the number of their events", 0L, miscounted());
    }

    static void require(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new CannotRun("%s: expected %s, found %s".formatted(what, expected, found));
        }
    }

    private Map<String, Long> statuses() throws SQLException {
        return counts("SELECT status, count(*) FROM payment_instruction GROUP BY 1");
    }

    private Map<String, Long> outcomes() throws SQLException {
        return counts("SELECT outcome, count(*) FROM bank_report_line GROUP BY 1");
    }

    private Map<String, Long> exceptions() throws SQLException {
        return counts("SELECT exception_class, count(*) FROM bank_exception GROUP BY 1");
    }

    private Map<String, Long> events() throws SQLException {
        return counts("SELECT event_type, count(*) FROM outbox GROUP BY 1");
    }

    /** Payments whose history does not lead, in one step, to the status they have. */
    private long unremembered() throws SQLException {
        return number(
                """
                SELECT count(*) FROM payment_instruction i
                  LEFT JOIN (SELECT instruction_id, count(*) AS steps, min(old_status) AS old_status, min(new_status) AS new_status
                               FROM instruction_history WHERE source = 'BANK_REPORT' GROUP BY 1) h USING (instruction_id)
                 WHERE CASE WHEN i.status = 'SENT' THEN h.steps IS NOT NULL
                            ELSE (h.steps, h.old_status, h.new_status) IS DISTINCT FROM (1, 'SENT', i.status) END
                """);
    }

    /** Families whose version is not the number of their events. */
    private long miscounted() throws SQLException {
        return number(
                """
                SELECT count(*) FROM payment_family f
                  LEFT JOIN (SELECT event_key, count(*) AS events, max(sequence) AS newest FROM outbox GROUP BY 1) o
                    ON o.event_key = f.kpm_id::text
                 WHERE (f.version, f.version) IS DISTINCT FROM (coalesce(o.events, 0), coalesce(o.newest, 0))
                """);
    }

    /** Events that the relay has not sent to Kafka. */
    long unrelayed() throws SQLException {
        return number(
                "SELECT count(*) FROM outbox o JOIN outbox_shard s USING (shard) WHERE o.xid >= s.relayed_to");
    }

    private Map<String, Long> counts(String query) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
