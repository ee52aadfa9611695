package id.pkh.disbursement.report;

import id.pkh.disbursement.report.domain.LineOutcome;
import id.pkh.disbursement.report.domain.ReportedAmount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What banks have answered, file by file and line by line. */
public interface Reports {

    /** Life of a report: its lines lie here, then they are applied; or it is not believed. */
    enum ReportStatus {
        STAGED,
        APPLIED,
        WITHHELD,
        PARTIAL
    }

    /**
     * @param messageId the bank's own name of it
     * @param checkpoint up to this line all have been applied; some behind it may have been too
     */
    record Report(
            UUID reportId,
            String bank,
            String sha256,
            long bytes,
            String filename,
            String namespace,
            String messageId,
            UUID batchId,
            String groupStatus,
            ReportStatus status,
            int lines,
            int checkpoint,
            String receivedBy,
            Instant receivedAt,
            Instant finishedAt) {}

    record Line(
            int lineNo,
            String instructionRef,
            String endToEndRef,
            String statusCode,
            String reasonCode,
            ReportedAmount amount,
            String bankRef,
            LineOutcome outcome,
            UUID instructionId) {}

    record Result(int lineNo, LineOutcome outcome, UUID instructionId) {}

    /** Which reports are asked for; null for any. */
    record Filter(String bank, UUID batchId, Instant beforeAt, UUID beforeId, int limit) {}

    Optional<Report> byBytes(String bank, String sha256);

    Optional<Report> byId(UUID reportId);

    /** The latest first; one more than the limit when there are more. */
    List<Report> page(Filter filter);

    /** False when the same bytes of the bank are there already. */
    boolean add(Report report);

    void addLines(UUID reportId, List<Line> lines);

    /** A line for every instruction of the batch, saying the same of each; how many. */
    int addLineForEach(UUID reportId, UUID batchId, String statusCode, String reasonCode);

    /** The end of staging: so many lines, to be applied. */
    void staged(UUID reportId, int lines);

    /** The end of staging of a report that is not believed. */
    void notBelieved(UUID reportId, ReportStatus status, int lines, Instant at);

    /** The report for this transaction alone, while it has lines that are not applied. */
    Optional<Report> lockStaged(UUID reportId);

    List<Line> linesAfter(UUID reportId, LineOutcome outcome, int lineNo, int limit);

    /** The next lines after this one that have no outcome. */
    List<Line> withoutOutcome(UUID reportId, int lineNo, int limit);

    void record(UUID reportId, List<Result> results);

    /** All lines up to this one have their outcome. */
    void checkpoint(UUID reportId, int lineNo);

    void finish(UUID reportId, Instant at);

    Map<LineOutcome, Long> outcomes(UUID reportId);

    /** Reports that somebody has begun to apply, such as before the service stopped. */
    List<UUID> unfinished();
}
