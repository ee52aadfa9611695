package id.pkh.disbursement.report;

import id.pkh.disbursement.report.domain.LineOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The reports of banks; {@link ReportLines} has their lines. */
public interface Reports {

    /** Life of a report: its lines are stored and then applied, or the report is withheld. */
    enum ReportStatus {
        STAGED,
        APPLIED,
        WITHHELD,
        PARTIAL
    }

    /**
     * @param messageId the bank's own id of the report
     * @param checkpoint number of lines that have been applied
     * @param outcomes number of lines by outcome so far
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
            Map<LineOutcome, Long> outcomes,
            String receivedBy,
            Instant receivedAt,
            Instant finishedAt) {}

    /** The filter of a list of reports; null matches any value. */
    record Filter(String bank, UUID batchId, Instant beforeAt, UUID beforeId, int limit) {}

    Optional<Report> byBytes(String bank, String sha256);

    Optional<Report> byId(UUID reportId);

    /** Returns the latest first; one more than the limit when there are more. */
    List<Report> page(Filter filter);

    /** Adds a report. Returns false when a report with the same bytes from the same bank exists. */
    boolean add(Report report);

    /** Completes the staging with the number of lines to apply. */
    void staged(UUID reportId, int lines);

    /** Completes the staging of a report that is withheld. */
    void notBelieved(UUID reportId, ReportStatus status, int lines, Instant at);

    /** Adds the number of applied lines, with their outcomes. */
    void advance(UUID reportId, Map<LineOutcome, Long> outcomes);

    /**
     * Marks the report as applied. A repeated call changes nothing; a call before all of the lines
     * are applied fails.
     */
    void finish(UUID reportId, Instant at);
}
