package id.pkh.disbursement.report.persistence;

import id.pkh.disbursement.report.Reports.JudgedLine;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.disbursement.report.Reports.ReportLine;
import id.pkh.disbursement.report.Reports.ReportStatus;
import id.pkh.disbursement.report.domain.LineOutcome;
import id.pkh.disbursement.report.domain.ReportedAmount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads reports and their lines from rows. */
final class ReportRows {

    private static final Pattern COUNT = Pattern.compile("\"(\\w+)\": (\\d+)");

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
                outcomes(row.getString("outcomes")),
                row.getString("received_by"),
                instant(row, "received_at"),
                instant(row, "finished_at"));
    }

    /** Reads a map of names to numbers, as the database writes it. */
    private static Map<LineOutcome, Long> outcomes(String json) {
        Map<LineOutcome, Long> outcomes = new EnumMap<>(LineOutcome.class);
        Matcher counts = COUNT.matcher(json);
        while (counts.find()) {
            outcomes.put(LineOutcome.valueOf(counts.group(1)), Long.parseLong(counts.group(2)));
        }
        return outcomes;
    }

    static String json(Map<LineOutcome, Long> outcomes) {
        return outcomes.entrySet().stream()
                .map(count -> "\"%s\": %d".formatted(count.getKey(), count.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    static JudgedLine line(ResultSet row) throws SQLException {
        return new JudgedLine(
                new ReportLine(
                        row.getInt("line_no"),
                        row.getString("instruction_ref"),
                        row.getString("end_to_end_ref"),
                        row.getString("status_code"),
                        row.getString("reason_code"),
                        new ReportedAmount(
                                row.getObject("amount_idr", Long.class),
                                row.getString("amount_fault")),
                        row.getString("bank_ref")),
                LineOutcome.valueOf(row.getString("outcome")),
                row.getObject("instruction_id", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
