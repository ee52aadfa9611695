package id.pkh.disbursement.exceptions.persistence;

import id.pkh.disbursement.exceptions.BankExceptions.About;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.BankExceptions.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Reads an exception from its row. */
final class ExceptionRows {

    private ExceptionRows() {}

    static BankException exception(ResultSet row) throws SQLException {
        return new BankException(
                id(row, "exception_id"),
                row.getString("exception_class"),
                row.getString("reason"),
                new About(
                        row.getString("bank"),
                        id(row, "cycle_id"),
                        row.getString("village_code"),
                        id(row, "kpm_id"),
                        id(row, "payment_id"),
                        id(row, "batch_id"),
                        id(row, "instruction_id"),
                        id(row, "report_id"),
                        row.getObject("line_no", Integer.class),
                        row.getObject("amount_idr", Long.class)),
                State.valueOf(row.getString("state")),
                instant(row, "found_at"),
                row.getString("proposed_by"),
                instant(row, "proposed_at"),
                row.getString("proposal"),
                row.getString("finding"),
                row.getString("resolved_by"),
                instant(row, "resolved_at"));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
