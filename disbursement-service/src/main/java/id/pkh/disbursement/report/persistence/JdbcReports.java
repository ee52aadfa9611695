package id.pkh.disbursement.report.persistence;

import id.pkh.disbursement.jdbc.Database;
import id.pkh.disbursement.report.Answers;
import id.pkh.disbursement.report.Reports;
import id.pkh.disbursement.report.domain.LineOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class JdbcReports implements Reports {

    private static final int UNFINISHED_AT_ONCE = 100;

    private final Database database;
    private final Answers answers;

    JdbcReports(Database database, Answers answers) {
        this.database = database;
        this.answers = answers;
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
                ReportSql.WAITING,
                p -> p.uuid(reportId).number(lineNo),
                row -> ChunkJson.chunk(row.getInt(1), row.getString(2)));
    }

    @Override
    public boolean claim(UUID reportId, Chunk chunk) {
        database.first(
                ReportSql.LOCK_CHUNK,
                p -> p.uuid(reportId).number(chunk.firstLine()),
                row -> row.getInt(1));
        return !database.first(
                        ReportSql.IS_APPLIED,
                        p -> p.uuid(reportId).number(chunk.firstLine()),
                        row -> row.getBoolean(1))
                .orElseThrow();
    }

    @Override
    public void addOutcomes(UUID reportId, int firstLine, List<LineOutcome> outcomes) {
        byte[] letters = new byte[outcomes.size()];
        Map<LineOutcome, Integer> counts = new EnumMap<>(LineOutcome.class);
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (byte) outcomes.get(i).letter();
            counts.merge(outcomes.get(i), 1, Integer::sum);
        }
        String json =
                counts.entrySet().stream()
                        .map(count -> "\"%s\": %d".formatted(count.getKey(), count.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        database.update(
                "INSERT INTO bank_report_outcome (report_id, first_line, outcomes, counts) VALUES (?, ?, ?, ?::json)",
                p -> p.uuid(reportId).number(firstLine).bytes(letters).text(json));
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
        List<JudgedLine> lines = new ArrayList<>();
        Optional<AppliedChunk> next = appliedAfter(reportId, outcome, lineNo);
        while (next.isPresent() && lines.size() < limit) {
            List<JudgedLine> some = next.get().lines(outcome, lineNo, limit - lines.size());
            lines.addAll(some);
            next = appliedAfter(reportId, outcome, next.get().chunk().lastLine());
        }
        return lines;
    }

    private Optional<AppliedChunk> appliedAfter(UUID reportId, LineOutcome outcome, int lineNo) {
        String wanted = outcome == null ? null : outcome.name();
        return database.first(
                ReportSql.APPLIED,
                p -> p.uuid(reportId).number(lineNo).text(wanted).text(wanted),
                row ->
                        new AppliedChunk(
                                ChunkJson.chunk(row.getInt("first_line"), row.getString("content")),
                                row.getBytes("outcomes"),
                                row.getObject("batch_id", UUID.class),
                                answers));
    }

    @Override
    public Map<LineOutcome, Long> outcomes(UUID reportId) {
        Map<LineOutcome, Long> counts = new EnumMap<>(LineOutcome.class);
        database.each(
                ReportSql.OUTCOMES,
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
