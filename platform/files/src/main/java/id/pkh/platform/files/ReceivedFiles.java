package id.pkh.platform.files;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The tables {@code received_file} and {@code received_file_row}. */
@ApplicationScoped
@Unremovable
@Transactional(Transactional.TxType.MANDATORY)
class ReceivedFiles {

    @Inject DataSource dataSource;
    @Inject Clock clock;

    Optional<FileReceipt> find(String kind, String sha256) {
        List<FileReceipt> found =
                query("SELECT * FROM received_file WHERE kind = ? AND sha256 = ?", kind, sha256);
        return found.stream().findFirst();
    }

    Optional<FileReceipt> find(UUID fileId) {
        return query("SELECT * FROM received_file WHERE file_id = ?", fileId).stream().findFirst();
    }

    /** Newest first, of one sender or of all, before a place in that order. */
    List<FileReceipt> newest(String receivedBy, Instant before, UUID beforeId, int limit) {
        String sql =
                "SELECT * FROM received_file WHERE (?::text IS NULL OR received_by = ?)"
                        + " AND (?::timestamptz IS NULL OR (received_at, file_id) < (?, ?))"
                        + " ORDER BY received_at DESC, file_id DESC LIMIT ?";
        Timestamp at = before == null ? null : Timestamp.from(before);
        return query(sql, receivedBy, receivedBy, at, at, beforeId, limit);
    }

    List<RowRefusal> refusals(UUID fileId, long afterNumber, int limit) {
        String sql =
                "SELECT line, column_name, masked_value, code, expected FROM received_file_row"
                        + " WHERE file_id = ? AND number > ? ORDER BY number LIMIT ?";
        return with(
                sql,
                statement -> {
                    List<RowRefusal> rows = new ArrayList<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            rows.add(
                                    new RowRefusal(
                                            row.getInt(1),
                                            row.getString(2),
                                            row.getString(3),
                                            row.getString(4),
                                            row.getString(5)));
                        }
                    }
                    return rows;
                },
                fileId,
                afterNumber,
                limit);
    }

    FileResult alreadyReceived(FileReceipt receipt) {
        return receipt.result(refusals(receipt.fileId(), 0, FileRun.SHOWN_REFUSALS))
                .withStatus(FileResult.ALREADY_RECEIVED);
    }

    RunCounts countsOf(UUID fileId) {
        return find(fileId).orElseThrow().counts();
    }

    void begin(UUID fileId, String kind, ReceivedUpload upload, String sender) {
        update(
                "INSERT INTO received_file (file_id, kind, sha256, filename, bytes, status,"
                        + " received_by, received_at) VALUES (?, ?, ?, ?, ?, 'IN_PROGRESS', ?, ?)",
                fileId,
                kind,
                upload.sha256Hex(),
                upload.filename(),
                upload.bytes(),
                sender,
                Timestamp.from(clock.instant()));
    }

    void delete(UUID fileId) {
        update("DELETE FROM received_file WHERE file_id = ?", fileId);
    }

    /** A run that stopped before its first chunk has left nothing to resume. */
    void forgetUntouched(UUID fileId) {
        update(
                "DELETE FROM received_file"
                        + " WHERE file_id = ? AND status = 'IN_PROGRESS' AND last_line = 0",
                fileId);
    }

    void checkpoint(FileRun run, long lastLine, List<FileRun.NumberedRefusal> refusals) {
        store(run, refusals);
        update("UPDATE received_file SET last_line = ? WHERE file_id = ?", lastLine, run.fileId());
    }

    void finish(FileRun run, FileResult result) {
        store(run, run.takeUnstored());
        RunCounts counts = run.counts();
        counts.read = result.rowsRead();
        counts.applied = result.rowsApplied();
        counts.unchanged = result.rowsUnchanged();
        counts.refused = result.rowsRefused();
        counts.refusals = Math.max(counts.refusals, counts.refused);
        counts.details.putAll(result.details());
        storeCounts(run);
        update(
                "UPDATE received_file SET status = ?, finished_at = ? WHERE file_id = ?",
                result.status(),
                Timestamp.from(clock.instant()),
                run.fileId());
    }

    private void store(FileRun run, List<FileRun.NumberedRefusal> refusals) {
        storeCounts(run);
        if (refusals.isEmpty()) {
            return;
        }
        String sql =
                "INSERT INTO received_file_row"
                        + " (file_id, number, line, column_name, masked_value, code, expected)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)";
        with(
                sql,
                statement -> {
                    for (FileRun.NumberedRefusal numbered : refusals) {
                        RowRefusal refusal = numbered.refusal();
                        statement.setObject(1, run.fileId());
                        statement.setInt(2, numbered.number());
                        statement.setInt(3, refusal.line());
                        statement.setString(4, text(refusal.column()));
                        statement.setString(5, text(refusal.maskedValue()));
                        statement.setString(6, refusal.code());
                        statement.setString(7, text(refusal.expected()));
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    private void storeCounts(FileRun run) {
        RunCounts counts = run.counts();
        update(
                "UPDATE received_file SET rows_read = ?, rows_applied = ?, rows_unchanged = ?,"
                        + " rows_refused = ?, refusals = ?, last_refused_line = ?,"
                        + " details = ?::jsonb WHERE file_id = ?",
                counts.read,
                counts.applied,
                counts.unchanged,
                counts.refused,
                counts.refusals,
                counts.lastRefusedLine,
                FileReceipt.json(counts.details),
                run.fileId());
    }

    private List<FileReceipt> query(String sql, Object... values) {
        return with(
                sql,
                statement -> {
                    List<FileReceipt> receipts = new ArrayList<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            receipts.add(FileReceipt.of(row));
                        }
                    }
                    return receipts;
                },
                values);
    }

    private void update(String sql, Object... values) {
        with(sql, PreparedStatement::executeUpdate, values);
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T with(String sql, Work<T> work, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return work.on(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException("received_file could not be read or written", failed);
        }
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
