package id.pkh.disbursement.support;

import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.events.PublishedEvents;
import id.pkh.testsupport.rows.Rows;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the tables, and empties them before each test. */
@Singleton
public class Tables extends Rows {

    private static final List<String> EMPTIED =
            List.of(
                    "statistic_count",
                    "published_count",
                    "published_period",
                    "sp2d",
                    "open_call_back",
                    "withdrawal_call_back",
                    "withdrawal_report",
                    "withdrawal_list_family",
                    "withdrawal_list",
                    "payment_booking",
                    "bank_report_named_batch",
                    "bank_report_difference",
                    "bank_report_line",
                    "bank_report_chunk",
                    "bank_inquiry",
                    "quarantined_file",
                    "bank_statement",
                    "batch_debit",
                    "bank_report",
                    "bank_key",
                    "bank_profile_trial",
                    "bank_profile",
                    "bank_exception",
                    "account_confirmation",
                    "unpublished_status_change",
                    "instruction_history",
                    "batch_finding",
                    "batch_finding_made",
                    "batch_finding_present",
                    "taken_out_payment",
                    "batch_acknowledgement",
                    "village_credit",
                    "withdrawal_day",
                    "payment_instruction",
                    "payment_batch",
                    "preparation_run",
                    "payment_history",
                    "payment",
                    "ineligible_family",
                    "quarter_waiver",
                    "closed_quarter",
                    "cycle_seal",
                    "cycle_seal_proposal",
                    "calculation_run",
                    "job",
                    "payment_cycle",
                    "sanction_step",
                    "sanction_stay",
                    "reinstatement",
                    "sanction_decision",
                    "kpm_member",
                    "kpm",
                    "payment_family",
                    "parked_event",
                    "idempotency_key",
                    "outbox");

    private final PublishedEvents published;

    Tables(DataSource database) {
        super(database);
        this.published = new PublishedEvents(this);
    }

    public void empty() {
        EMPTIED.forEach(table -> execute("ALTER TABLE " + table + " DISABLE TRIGGER USER"));
        execute("TRUNCATE " + String.join(", ", EMPTIED) + " CASCADE");
        EMPTIED.forEach(table -> execute("ALTER TABLE " + table + " ENABLE TRIGGER USER"));
        everyQuarterIsClosed();
    }

    /** Cycles of most tests do not wait for the verification of their quarters. */
    private void everyQuarterIsClosed() {
        execute(
                "INSERT INTO closed_quarter (closing_id, verification_period, area_code, closed_on, recorded_at)"
                        + " SELECT gen_random_uuid(), y || '-Q' || q, '*', current_date, now()"
                        + " FROM generate_series(2024, 2030) y, generate_series(1, 4) q");
    }

    public List<PublishedEvent> published(UUID key) {
        return published.about(key);
    }

    public List<String> publishedNames(UUID key) {
        return published.names(key);
    }
}
