package id.pkh.disbursement.batch.persistence;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.batch.domain.Batch.Act;
import id.pkh.disbursement.batch.domain.Batch.Figures;
import id.pkh.disbursement.batch.domain.BatchKind;
import id.pkh.disbursement.batch.domain.BatchStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Reads a batch from its row. */
final class BatchRows {

    private BatchRows() {}

    static Batch batch(ResultSet row) throws SQLException {
        return new Batch(
                row.getObject("batch_id", UUID.class),
                row.getObject("cycle_id", UUID.class),
                row.getString("cycle_code"),
                row.getObject("run_id", UUID.class),
                row.getString("bank"),
                row.getString("bic"),
                row.getString("funding_account"),
                row.getString("debtor_name"),
                BatchKind.valueOf(row.getString("kind")),
                row.getInt("file_no"),
                row.getString("message_id"),
                BatchStatus.valueOf(row.getString("status")),
                List.of((String[]) row.getArray("makers").getArray()),
                instant(row, "created_at"),
                figures(row),
                act(row, "approved"),
                row.getString("file_given_at") == null ? null : instant(row, "file_given_at"),
                act(row, "sent"),
                act(row, "rejected"),
                row.getString("rejection_reason"));
    }

    private static Figures figures(ResultSet row) throws SQLException {
        String sha256 = row.getString("list_sha256");
        return sha256 == null
                ? null
                : new Figures(
                        row.getLong("payments"),
                        row.getLong("amount_idr"),
                        row.getLong("unusual_accounts"),
                        sha256,
                        instant(row, "prepared_at"));
    }

    private static Act act(ResultSet row, String name) throws SQLException {
        String by = row.getString(name + "_by");
        return by == null ? null : new Act(by, instant(row, name + "_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
