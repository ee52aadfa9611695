package id.pkh.disbursement.report.persistence;

import id.pkh.disbursement.report.Reports;
import id.pkh.disbursement.report.domain.LineOutcome;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class SqlReports implements Reports {

    private final Database database;

    SqlReports(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Report> byBytes(String bank, String sha256) {
        return page(new Conditions().and("bank = ? AND sha256 = ?", bank, sha256), 1).stream()
                .findFirst();
    }

    @Override
    public Optional<Report> byId(UUID reportId) {
        return page(new Conditions().and("report_id = ?", reportId), 1).stream().findFirst();
    }

    @Override
    public List<Report> page(Filter filter) {
        Conditions where =
                new Conditions()
                        .andIfGiven("bank = ?", filter.bank())
                        .andIfGiven("batch_id = ?", filter.batchId());
        if (filter.beforeAt() != null) {
            where.and("(received_at, report_id) < (?, ?)", filter.beforeAt(), filter.beforeId());
        }
        return page(where, filter.limit() + 1);
    }

    private List<Report> page(Conditions where, int limit) {
        return database.query(
                "SELECT * FROM bank_report WHERE "
                        + where.sql()
                        + " ORDER BY received_at DESC, report_id DESC LIMIT :limit",
                q ->
                        q.bindMap(where.values())
                                .bind("limit", limit)
                                .map((row, context) -> ReportRows.report(row))
                                .list());
    }

    @Override
    public boolean add(Report report) {
        return database.update(
                        ReportSql.INSERT,
                        u ->
                                u.bind("report", report.reportId())
                                        .bind("bank", report.bank())
                                        .bind("sha256", report.sha256())
                                        .bind("bytes", report.bytes())
                                        .bind("filename", report.filename())
                                        .bind("namespace", report.namespace())
                                        .bind("message", report.messageId())
                                        .bind("batch", report.batchId())
                                        .bind("groupStatus", report.groupStatus())
                                        .bind("by", report.receivedBy())
                                        .bind("at", report.receivedAt()))
                == 1;
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
                                .bind("content", ChunkJson.of(chunk)));
    }

    @Override
    public int addChunksForEach(
            UUID reportId, UUID batchId, String statusCode, String reasonCode, int linesOfChunk) {
        return database.query(
                ReportSql.ADD_CHUNKS_FOR_EACH,
                q ->
                        q.bind("report", reportId)
                                .bind("status", statusCode)
                                .bind("reason", reasonCode)
                                .bind("batch", batchId)
                                .bind("linesOfChunk", linesOfChunk)
                                .mapTo(Integer.class)
                                .one());
    }

    @Override
    public void staged(UUID reportId, int lines) {
        database.update(
                "UPDATE bank_report SET lines = :lines WHERE report_id = :report",
                u -> u.bind("lines", lines).bind("report", reportId));
    }

    @Override
    public void notBelieved(UUID reportId, ReportStatus status, int lines, Instant at) {
        database.update(
                ReportSql.NOT_BELIEVED,
                u ->
                        u.bind("status", status.name())
                                .bind("lines", lines)
                                .bind("at", at)
                                .bind("report", reportId));
    }

    @Override
    public Optional<Chunk> takeChunk(UUID reportId) {
        return database.query(
                ReportSql.TAKE_CHUNK,
                q ->
                        q.bind("report", reportId)
                                .mapTo(String.class)
                                .findOne()
                                .map(ChunkJson::chunk));
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
                ReportSql.LINES,
                lines,
                (row, judged) -> {
                    ReportLine line = judged.line();
                    row.uuid(reportId)
                            .number(line.lineNo())
                            .text(line.instructionRef())
                            .text(line.endToEndRef())
                            .text(line.statusCode())
                            .text(line.reasonCode())
                            .numberOrNull(line.amount().idr())
                            .text(line.amount().fault())
                            .text(line.bankRef())
                            .code(judged.outcome())
                            .uuid(judged.instructionId());
                });
    }

    @Override
    public void advance(UUID reportId, Map<LineOutcome, Long> outcomes) {
        database.update(
                ReportSql.ADVANCE,
                u ->
                        u.bind("lines", outcomes.values().stream().mapToLong(n -> n).sum())
                                .bind("counts", ReportRows.json(outcomes))
                                .bind("report", reportId));
    }

    @Override
    public void finish(UUID reportId, Instant at) {
        database.update(ReportSql.FINISH, u -> u.bind("at", at).bind("report", reportId));
    }

    @Override
    public List<JudgedLine> linesAfter(UUID reportId, LineOutcome outcome, int lineNo, int limit) {
        Conditions where =
                new Conditions()
                        .and("report_id = ? AND line_no > ?", reportId, lineNo)
                        .andIfGiven("outcome = ?", outcome == null ? null : outcome.name());
        return database.query(
                "SELECT * FROM bank_report_line WHERE "
                        + where.sql()
                        + " ORDER BY line_no LIMIT :limit",
                q ->
                        q.bindMap(where.values())
                                .bind("limit", limit)
                                .map((row, context) -> ReportRows.line(row))
                                .list());
    }
}
