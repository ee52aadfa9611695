package id.pkh.disbursement.report.persistence;

import id.pkh.disbursement.report.Reports.Report;
import id.pkh.disbursement.report.Reports.ReportStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Reads reports from rows. */
final class ReportRows {

    private ReportRows() {}

    static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getObject("report_id", UUID.class),
                row.getString("bank"),
                row.getString("sha256"),
                row.getLong("bytes"),
                row.getString("filename"),
                row.getString("namespace"),
                row.getString("message_id"),
                row.getObject("batch_id", UUID.class),
                row.getString("group_status"),
                ReportStatus.valueOf(row.getString("status")),
                row.getInt("lines"),
                row.getInt("checkpoint"),
                row.getString("received_by"),
                instant(row, "received_at"),
                instant(row, "finished_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
