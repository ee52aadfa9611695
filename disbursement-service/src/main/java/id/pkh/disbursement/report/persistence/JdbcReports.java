package id.pkh.disbursement.report.persistence;

import id.pkh.disbursement.jdbc.Database;
import id.pkh.disbursement.report.Reports;
import id.pkh.disbursement.report.domain.LineOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcReports implements Reports {

    private static final int UNFINISHED_AT_ONCE = 100;

    private final Database database;

    JdbcReports(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Report> byBytes(String bank, String sha256) {
        return database.first(
                "SELECT * FROM bank_report WHERE bank = ? AND sha256 = ?",
                p -> p.text(bank).text(sha256),
                ReportRows::report);
    }

    @Override
    public Optional<Report> byId(UUID reportId) {
        return database.first(
                "SELECT * FROM bank_report WHERE report_id = ?",
                p -> p.uuid(reportId),
                ReportRows::report);
    }

    @Override
    public List<Report> page(Filter filter) {
        return database.list(
                ReportSql.PAGE,
                p ->
                        p.text(filter.bank())
                                .text(filter.bank())
                                .uuid(filter.batchId())
                                .uuid(filter.batchId())
                                .instant(filter.beforeAt())
                                .instant(filter.beforeAt())
                                .uuid(filter.beforeId())
                                .number(filter.limit() + 1L),
                ReportRows::report);
    }

    @Override
    public boolean add(Report report) {
        return database.update(
                        ReportSql.INSERT,
                        p ->
                                p.uuid(report.reportId())
                                        .text(report.bank())
                                        .text(report.sha256())
                                        .number(report.bytes())
                                        .text(report.filename())
                                        .text(report.namespace())
                                        .text(report.messageId())
                                        .uuid(report.batchId())
                                        .text(report.groupStatus())
                                        .text(report.receivedBy())
                                        .instant(report.receivedAt()))
                == 1;
    }

    @Override
    public void addChunk(UUID reportId, Chunk chunk) {
        database.update(
                "INSERT INTO bank_report_chunk (report_id, first_line, lines, content) VALUES (?, ?, ?, ?)",
                p ->
                        p.uuid(reportId)
                                .number(chunk.firstLine())
                                .number(chunk.lines().size())
                                .text(ChunkJson.of(chunk)));
    }

    @Override
    public int addChunksForEach(
            UUID reportId, UUID batchId, String statusCode, String reasonCode, int linesOfChunk) {
        return database.first(
                        ReportSql.ADD_CHUNKS_FOR_EACH,
                        p ->
                                p.uuid(reportId)
                                        .text(statusCode)
                                        .text(reasonCode)
                                        .uuid(batchId)
                                        .number(linesOfChunk),
                        row -> row.getInt(1))
                .orElse(0);
    }

    @Override
    public void staged(UUID reportId, int lines) {
        database.update(
                "UPDATE bank_report SET lines = ? WHERE report_id = ?",
                p -> p.number(lines).uuid(reportId));
    }

    @Override
    public void notBelieved(UUID reportId, ReportStatus status, int lines, Instant at) {
        database.update(
                "UPDATE bank_report SET status = ?, lines = ?, finished_at = ? WHERE report_id = ?",
                p -> p.text(status.name()).number(lines).instant(at).uuid(reportId));
    }

    @Override
    public Optional<Chunk> chunkAfter(UUID reportId, int lineNo) {
        return database.first(
                "SELECT content FROM bank_report_chunk WHERE report_id = ? AND first_line > ?"
                        + " ORDER BY first_line LIMIT 1",
                p -> p.uuid(reportId).number(lineNo),
                row -> ChunkJson.chunk(row.getString(1)));
    }

    @Override
    public boolean claim(UUID reportId, Chunk chunk) {
        return database.update(
                        "DELETE FROM bank_report_chunk WHERE report_id = ? AND first_line = ?",
                        p -> p.uuid(reportId).number(chunk.firstLine()))
                == 1;
    }

    @Override
    public void addLines(UUID reportId, List<JudgedLine> lines) {
        database.copy(
                ReportSql.LINES,
                lines,
                (fields, judged) -> {
                    Line line = judged.line();
                    fields.uuid(reportId)
                            .number(line.lineNo())
                            .text(line.instructionRef())
                            .text(line.endToEndRef())
                            .text(line.statusCode())
                            .text(line.reasonCode())
                            .numberOrNull(line.amount().idr())
                            .text(line.amount().fault())
                            .text(line.bankRef())
                            .text(judged.outcome().name())
                            .uuid(judged.instructionId());
                });
    }

    @Override
    public void advance(UUID reportId, int lines) {
        database.update(
                "UPDATE bank_report SET checkpoint = checkpoint + ? WHERE report_id = ?",
                p -> p.number(lines).uuid(reportId));
    }

    @Override
    public void finish(UUID reportId, Instant at) {
        database.update(ReportSql.FINISH, p -> p.instant(at).uuid(reportId));
    }

    @Override
    public List<JudgedLine> linesAfter(UUID reportId, LineOutcome outcome, int lineNo, int limit) {
        String wanted = outcome == null ? null : outcome.name();
        return database.list(
                "SELECT * FROM bank_report_line WHERE report_id = ? AND line_no > ?"
                        + " AND (?::text IS NULL OR outcome = ?) ORDER BY line_no LIMIT ?",
                p -> p.uuid(reportId).number(lineNo).text(wanted).text(wanted).number(limit),
                ReportRows::line);
    }

    @Override
    public Map<LineOutcome, Long> outcomes(UUID reportId) {
        Map<LineOutcome, Long> counts = new EnumMap<>(LineOutcome.class);
        database.each(
                "SELECT outcome, count(*) AS lines FROM bank_report_line"
                        + " WHERE report_id = ? GROUP BY outcome",
                p -> p.uuid(reportId),
                row ->
                        counts.put(
                                LineOutcome.valueOf(row.getString("outcome")),
                                row.getLong("lines")));
        return counts;
    }

    @Override
    public List<UUID> unfinished() {
        return database.list(
                "SELECT report_id FROM bank_report WHERE status = 'STAGED' ORDER BY received_at LIMIT ?",
                p -> p.number(UNFINISHED_AT_ONCE),
                row -> row.getObject(1, UUID.class));
    }

    @Override
    public Optional<Instant> oldestUnfinished() {
        return database.first(
                        "SELECT received_at FROM bank_report WHERE status = 'STAGED' ORDER BY received_at LIMIT 1",
                        p -> {},
                        row -> row.getObject(1, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
