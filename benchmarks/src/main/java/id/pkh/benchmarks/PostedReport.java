package id.pkh.benchmarks;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What a bank's report has left in the disbursement service's database. */
final class PostedReport {

    private static final String HISTORY_COLUMNS =
            "instruction_id, old_status, new_status, source, source_id, report_line, bank_ref, reason, recorded_at";

    /** Without the columns that the database computes. */
    private static final String INSERT_REPORT =
            """
            DO $$ BEGIN
                EXECUTE (SELECT format('INSERT INTO bank_report (%1$s) SELECT %1$s FROM kept_report',
                                       string_agg(quote_ident(attname), ', ' ORDER BY attnum))
                           FROM pg_attribute
                          WHERE attrelid = 'bank_report'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '');
            END $$
            """;

    private static final String BOOKING_COLUMNS =
            "instruction_id, kind, booked_on, bank_ref, report_id, line_no";

    /**
     * What a report has to leave: payments, lines, exceptions and events by their kinds.
     *
     * @param bookings payments whose credit is booked
     */
    record Expected(
            Map<String, Long> statuses,
            Map<String, Long> outcomes,
            Map<String, Long> exceptions,
            Map<String, Long> events,
            long bookings) {}

    private final DataSource database;
    private final Counts counts;

    PostedReport(DataSource superuser) {
        this.database = superuser;
        this.counts = new Counts(superuser);
    }

    /** The same rows, written by bare statements. */
    BareStatements bare() {
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put("kept_report", "SELECT * FROM bank_report");
        kept.put("kept_line", "SELECT * FROM bank_report_line ORDER BY line_no");
        kept.put(
                "kept_status",
                """
                SELECT instruction_id, i.status, status_at, status_reason, i.bank_ref, i.report_id
                  FROM payment_instruction i JOIN bank_report_line l USING (instruction_id)
                 WHERE i.status <> 'SENT' AND l.outcome = 'MATCHED' ORDER BY l.line_no
                """);
        kept.put(
                "kept_history",
                "SELECT "
                        + HISTORY_COLUMNS
                        + " FROM instruction_history WHERE source = 'BANK_REPORT' ORDER BY instruction_history_id");
        kept.put(
                "kept_booking",
                "SELECT " + BOOKING_COLUMNS + " FROM payment_booking ORDER BY line_no");
        kept.put(
                "kept_event",
                "SELECT " + BareStatements.EVENT_COLUMNS + " FROM outbox ORDER BY id");
        kept.put(
                "kept_version",
                "SELECT kpm_id, version FROM payment_family WHERE version > 0 ORDER BY kpm_id");
        return new BareStatements(
                database,
                kept,
                List.of(INSERT_REPORT),
                List.of(
                        """
                        UPDATE payment_instruction i
                           SET status = k.status, status_at = k.status_at, status_reason = k.status_reason, bank_ref = k.bank_ref,
                               report_id = k.report_id
                          FROM kept_status k WHERE i.instruction_id = k.instruction_id
                        """,
                        "INSERT INTO instruction_history (%1$s) SELECT %1$s FROM kept_history"
                                .formatted(HISTORY_COLUMNS),
                        "INSERT INTO bank_report_line SELECT * FROM kept_line",
                        "INSERT INTO payment_booking (%1$s) SELECT %1$s FROM kept_booking"
                                .formatted(BOOKING_COLUMNS),
                        "UPDATE payment_family f SET version = k.version FROM kept_version k WHERE f.kpm_id = k.kpm_id",
                        "INSERT INTO outbox (%1$s) SELECT %1$s FROM kept_event"
                                .formatted(BareStatements.EVENT_COLUMNS)));
    }

    /** Fails unless every payment has exactly the status that its line gives it. */
    void verify(Expected expected) throws SQLException {
        Counts.require("statuses", expected.statuses(), statuses());
        Counts.require("outcomes", expected.outcomes(), outcomes());
        Counts.require("exceptions", expected.exceptions(), exceptions());
        Counts.require("events", expected.events(), events());
        Counts.require(
                "bookings",
                expected.bookings(),
                counts.number("SELECT count(*) FROM payment_booking"));
        Counts.require(
                "payments whose status is not the last of their history", 0L, unremembered());
        Counts.require(
                "families whose version is not the number of their events", 0L, miscounted());
    }

    private Map<String, Long> statuses() throws SQLException {
        return counts.of("SELECT status, count(*) FROM payment_instruction GROUP BY 1");
    }

    private Map<String, Long> outcomes() throws SQLException {
        return counts.of("SELECT outcome, count(*) FROM bank_report_line GROUP BY 1");
    }

    private Map<String, Long> exceptions() throws SQLException {
        return counts.of("SELECT exception_class, count(*) FROM bank_exception GROUP BY 1");
    }

    private Map<String, Long> events() throws SQLException {
        return counts.of("SELECT event_type, count(*) FROM outbox GROUP BY 1");
    }

    /** Payments whose history does not lead, in one step, to the status they have. */
    private long unremembered() throws SQLException {
        return counts.number(
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
        return counts.number(
                """
                SELECT count(*) FROM payment_family f
                  LEFT JOIN (SELECT event_key, count(*) AS events, max(sequence) AS newest FROM outbox GROUP BY 1) o
                    ON o.event_key = f.kpm_id::text
                 WHERE (f.version, f.version) IS DISTINCT FROM (coalesce(o.events, 0), coalesce(o.newest, 0))
                """);
    }
}
