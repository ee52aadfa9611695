package id.pkh.disbursement.report.persistence;

import id.pkh.disbursement.report.ReportLines;
import id.pkh.disbursement.report.domain.Booking;
import id.pkh.disbursement.report.domain.LineOutcome;
import id.pkh.disbursement.report.domain.ReportedAmount;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * SQL, because a report has up to millions of lines: they are copied in bulk, and a chunk of
 * thousands of lines is one row that is deleted and read by one statement.
 */
@ApplicationScoped
class SqlReportLines implements ReportLines {

    private static final String ADD_CHUNKS_FOR_EACH =
            """
            WITH added AS (
                INSERT INTO bank_report_chunk (report_id, first_line, lines, content)
                SELECT said.report_id, min(line_no), count(*),
                       json_agg(json_build_array(line_no, replace(instruction_id::text, '-', ''), NULL, said.status_code,
                                                 said.reason_code, NULL, NULL, NULL, said.reason_text) ORDER BY line_no)::text
                  FROM payment_instruction
                 CROSS JOIN (SELECT :report::uuid AS report_id, :status::text AS status_code, :reason::text AS reason_code,
                                    :text::text AS reason_text) AS said
                 WHERE batch_id = :batch AND status <> 'VOIDED'
                 GROUP BY said.report_id, (line_no - 1) / :linesOfChunk
                RETURNING lines)
            SELECT coalesce(sum(lines), 0)::int FROM added
            """;

    private static final String TAKE_CHUNK =
            """
            DELETE FROM bank_report_chunk
             WHERE report_id = :report
               AND first_line = (SELECT first_line FROM bank_report_chunk WHERE report_id = :report ORDER BY first_line LIMIT 1)
            RETURNING content
            """;

    private static final String LINES =
            "bank_report_line (report_id, line_no, instruction_ref, end_to_end_ref, "
                    + "status_code, reason_code, reason_text, amount_idr,"
                    + " amount_fault, bank_ref, booked_on, outcome, instruction_id)";

    private final Database database;
    private final HiddenAccounts accounts;

    SqlReportLines(Database database, HiddenAccounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    private Chunk chunk(String content) {
        return ChunkJson.chunk(content, accounts::show);
    }

    @Override
    public void addChunk(UUID reportId, Chunk chunk) {
        database.update(
                "INSERT INTO bank_report_chunk (report_id, first_line, lines, content)"
                        + " VALUES (:report, :first, :lines, :content)",
                u ->
                        u.bind("report", reportId)
                                .bind("first", chunk.firstLine())
                                .bind("lines", chunk.lines().size())
                                .bind("content", ChunkJson.of(chunk, accounts::hide)));
    }

    @Override
    public int addChunksForEach(
            UUID reportId,
            UUID batchId,
            String statusCode,
            String reasonCode,
            String reasonText,
            int linesOfChunk) {
        return database.query(
                ADD_CHUNKS_FOR_EACH,
                q ->
                        q.bind("report", reportId)
                                .bind("status", statusCode)
                                .bind("reason", reasonCode)
                                .bind("text", reasonText)
                                .bind("batch", batchId)
                                .bind("linesOfChunk", linesOfChunk)
                                .mapTo(Integer.class)
                                .one());
    }

    @Override
    public Optional<Chunk> takeChunk(UUID reportId) {
        return database.query(
                TAKE_CHUNK,
                q -> q.bind("report", reportId).mapTo(String.class).findOne().map(this::chunk));
    }

    @Override
    public List<Integer> chunksAfter(UUID reportId, int line, int limit) {
        return database.query(
                "SELECT first_line FROM bank_report_chunk WHERE report_id = :report AND first_line > :line"
                        + " ORDER BY first_line LIMIT :limit",
                q ->
                        q.bind("report", reportId)
                                .bind("line", line)
                                .bind("limit", limit)
                                .mapTo(Integer.class)
                                .list());
    }

    @Override
    public long countChunks(UUID reportId) {
        return database.query(
                "SELECT count(*) FROM bank_report_chunk WHERE report_id = :report",
                q -> q.bind("report", reportId).mapTo(Long.class).one());
    }

    @Override
    public void addLines(UUID reportId, List<JudgedLine> lines) {
        database.copy(
                LINES,
                lines,
                (row, judged) -> {
                    ReportLine line = judged.line();
                    row.uuid(reportId)
                            .number(line.lineNo())
                            .text(line.instructionRef())
                            .text(line.endToEndRef())
                            .text(line.statusCode())
                            .text(line.reasonCode())
                            .text(line.reasonText())
                            .numberOrNull(line.amount().idr())
                            .text(line.amount().fault())
                            .text(line.bankRef())
                            .day(line.booking() == null ? null : line.booking().day())
                            .code(judged.outcome())
                            .uuid(judged.instructionId());
                });
    }

    @Override
    public List<JudgedLine> linesAfter(
            UUID reportId, LineOutcome outcome, AreaScope scope, int lineNo, int limit) {
        Conditions where =
                new Conditions()
                        .and("l.report_id = ? AND l.line_no > ?", reportId, lineNo)
                        .andIfGiven("l.outcome = ?", outcome == null ? null : outcome.name());
        String inAreas = "";
        if (!scope.isEverywhere()) {
            inAreas = " JOIN payment_instruction i ON i.instruction_id = l.instruction_id";
            where.andAnyArea("i.village_code", scope.codes());
        }
        return database.query(
                "SELECT l.* FROM bank_report_line l"
                        + inAreas
                        + " WHERE "
                        + where.sql()
                        + " ORDER BY l.line_no LIMIT :limit",
                q ->
                        q.bindMap(where.values())
                                .bind("limit", limit)
                                .map((row, context) -> line(row))
                                .list());
    }

    @Override
    public List<ReportLine> waitingAfter(UUID reportId, int lineNo, int limit) {
        return database.query(
                "SELECT content FROM bank_report_chunk"
                        + " WHERE report_id = :report AND first_line + lines > :line + 1"
                        + " ORDER BY first_line LIMIT :limit",
                q ->
                        q
                                .bind("report", reportId)
                                .bind("line", lineNo)
                                .bind("limit", limit)
                                .mapTo(String.class)
                                .stream()
                                .flatMap(chunk -> chunk(chunk).lines().stream())
                                .filter(line -> line.lineNo() > lineNo)
                                .limit(limit)
                                .toList());
    }

    private static JudgedLine line(ResultSet row) throws SQLException {
        return new JudgedLine(
                new ReportLine(
                        row.getInt("line_no"),
                        row.getString("instruction_ref"),
                        row.getString("end_to_end_ref"),
                        row.getString("status_code"),
                        row.getString("reason_code"),
                        row.getString("reason_text"),
                        new ReportedAmount(
                                row.getObject("amount_idr", Long.class),
                                row.getString("amount_fault")),
                        row.getString("bank_ref"),
                        booking(row.getObject("booked_on", LocalDate.class))),
                LineOutcome.valueOf(row.getString("outcome")),
                row.getObject("instruction_id", UUID.class));
    }

    /** Of a booking that was applied, only its day is kept with the line. */
    private static Booking booking(LocalDate day) {
        return day == null ? null : new Booking(null, null, null, false, true, day);
    }
}
