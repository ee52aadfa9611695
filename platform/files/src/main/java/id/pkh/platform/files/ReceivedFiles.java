package id.pkh.platform.files;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** The tables {@code received_file} and {@code received_file_row}. */
@ApplicationScoped
@Unremovable
@Transactional(Transactional.TxType.MANDATORY)
class ReceivedFiles {

    private final Database database;
    private final Clock clock;

    ReceivedFiles(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The receipts of a file, one for each set of areas with which it was sent; newest first. */
    List<FileReceipt> find(String kind, String sha256) {
        return database.query(
                "SELECT * FROM received_file WHERE kind = :kind AND sha256 = :sha256"
                        + " ORDER BY received_at DESC, file_id DESC",
                q -> q.bind("kind", kind).bind("sha256", sha256).map(FileReceipt::of).list());
    }

    /** A file that the viewer may see. */
    Optional<FileReceipt> find(UUID fileId, Viewer viewer) {
        Conditions where = viewer.conditions().and("file_id = ?", fileId);
        return database.query(
                "SELECT * FROM received_file WHERE " + where.sql(),
                q -> first(q.bindMap(where.values())));
    }

    private Optional<FileReceipt> find(UUID fileId) {
        return database.query(
                "SELECT * FROM received_file WHERE file_id = :file",
                q -> first(q.bind("file", fileId)));
    }

    private static Optional<FileReceipt> first(Query query) {
        return query.map(FileReceipt::of).findFirst();
    }

    /** Newest first, of those that the viewer may see, after a given position in that order. */
    List<FileReceipt> newest(Viewer viewer, Instant before, UUID beforeId, int limit) {
        Conditions where = viewer.conditions();
        if (before != null) {
            where.and("(received_at, file_id) < (?, ?)", before, beforeId);
        }
        return database.query(
                "SELECT * FROM received_file WHERE "
                        + where.sql()
                        + " ORDER BY received_at DESC, file_id DESC LIMIT :limit",
                q -> q.bindMap(where.values()).bind("limit", limit).map(FileReceipt::of).list());
    }

    List<RowRefusal> refusals(UUID fileId, long afterNumber, int limit) {
        return database.query(
                "SELECT line, column_name, masked_value, code, expected FROM received_file_row"
                        + " WHERE file_id = :file AND number > :after ORDER BY number LIMIT :limit",
                q ->
                        q.bind("file", fileId)
                                .bind("after", afterNumber)
                                .bind("limit", limit)
                                .map(
                                        (row, context) ->
                                                new RowRefusal(
                                                        row.getInt(1),
                                                        row.getString(2),
                                                        row.getString(3),
                                                        row.getString(4),
                                                        row.getString(5)))
                                .list());
    }

    FileResult alreadyReceived(FileReceipt receipt) {
        return receipt.result(refusals(receipt.fileId(), 0, FileRun.SHOWN_REFUSALS))
                .withStatus(FileResult.ALREADY_RECEIVED);
    }

    RunCounts countsOf(UUID fileId) {
        return find(fileId).orElseThrow().counts();
    }

    /**
     * @param areas the areas in which the sender may act: no row of the file can have an effect
     *     elsewhere
     */
    void begin(UUID fileId, String kind, ReceivedUpload upload, String sender, List<String> areas) {
        database.update(
                "INSERT INTO received_file (file_id, kind, sha256, filename, bytes, status,"
                        + " received_by, sender_areas, areas_key, received_at)"
                        + " VALUES (:file, :kind, :sha256, :filename, :bytes, 'IN_PROGRESS', :by,"
                        + " nullif(:areas::text[], '{}'),"
                        + " md5(array_to_string(:areas::text[], ' ')), :at)",
                u ->
                        u.bind("file", fileId)
                                .bind("kind", kind)
                                .bind("sha256", upload.sha256Hex())
                                .bind("filename", upload.filename())
                                .bind("bytes", upload.bytes())
                                .bind("by", sender)
                                .bind("areas", SqlArrays.texts(areas))
                                .bind("at", clock.instant()));
    }

    void delete(UUID fileId) {
        database.update(
                "DELETE FROM received_file WHERE file_id = :file", u -> u.bind("file", fileId));
    }

    /** Deletes a run that stopped before its first chunk, because it has nothing to resume. */
    void forgetUntouched(UUID fileId) {
        database.update(
                "DELETE FROM received_file"
                        + " WHERE file_id = :file AND status = 'IN_PROGRESS' AND last_line = 0",
                u -> u.bind("file", fileId));
    }

    void checkpoint(FileRun run, long lastLine, List<FileRun.NumberedRefusal> refusals) {
        storeRefusals(run, refusals);
        storeCounts(run, "last_line = :line", u -> u.bind("line", lastLine));
    }

    void finish(FileRun run, FileResult result) {
        storeRefusals(run, run.takeUnstored());
        RunCounts counts = run.counts();
        counts.read = result.rowsRead();
        counts.applied = result.rowsApplied();
        counts.unchanged = result.rowsUnchanged();
        counts.refused = result.rowsRefused();
        counts.refusals = Math.max(counts.refusals, counts.refused);
        counts.details.putAll(result.details());
        storeCounts(
                run,
                "status = :status, finished_at = :at",
                u -> u.bind("status", result.status()).bind("at", clock.instant()));
    }

    private void storeRefusals(FileRun run, List<FileRun.NumberedRefusal> refusals) {
        database.batch(
                "INSERT INTO received_file_row"
                        + " (file_id, number, line, column_name, masked_value, code, expected)"
                        + " VALUES (:file, :number, :line, :column, :value, :code, :expected)",
                refusals,
                (batch, numbered) -> {
                    RowRefusal refusal = numbered.refusal();
                    batch.bind("file", run.fileId())
                            .bind("number", numbered.number())
                            .bind("line", refusal.line())
                            .bind("column", text(refusal.column()))
                            .bind("value", text(refusal.maskedValue()))
                            .bind("code", refusal.code())
                            .bind("expected", text(refusal.expected()));
                });
    }

    /** The counts of a run, and what else is known of its file by now. */
    private void storeCounts(FileRun run, String also, UnaryOperator<Update> bind) {
        RunCounts counts = run.counts();
        database.update(
                "UPDATE received_file SET rows_read = :read, rows_applied = :applied,"
                        + " rows_unchanged = :unchanged, rows_refused = :refused,"
                        + " refusals = :refusals, last_refused_line = :lastRefused,"
                        + " bound_to_areas = :bound,"
                        + " details = :details::jsonb, "
                        + also
                        + " WHERE file_id = :file",
                u ->
                        bind.apply(u)
                                .bind("read", counts.read)
                                .bind("applied", counts.applied)
                                .bind("unchanged", counts.unchanged)
                                .bind("refused", counts.refused)
                                .bind("refusals", counts.refusals)
                                .bind("lastRefused", counts.lastRefusedLine)
                                .bind("bound", counts.boundToAreas)
                                .bind("details", FileReceipt.json(counts.details))
                                .bind("file", run.fileId()));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
