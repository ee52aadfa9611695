package id.pkh.disbursement.report;

import id.pkh.disbursement.report.domain.LineOutcome;
import id.pkh.disbursement.report.domain.ReportedAmount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The reports of banks and their lines. */
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

    /** The statement of the bank, with references, codes and amounts as the bank wrote them. */
    record ReportLine(
            int lineNo,
            String instructionRef,
            String endToEndRef,
            String statusCode,
            String reasonCode,
            ReportedAmount amount,
            String bankRef) {}

    /**
     * The statement of the bank, and the outcome.
     *
     * @param instructionId null where the line matches none
     */
    record JudgedLine(ReportLine line, LineOutcome outcome, UUID instructionId) {}

    /** Lines that are to be applied together, at least one, in the order of the report. */
    record Chunk(List<ReportLine> lines) {

        public int firstLine() {
            return lines.get(0).lineNo();
        }
    }

    /** The filter of a list of reports; null matches any value. */
    record Filter(String bank, UUID batchId, Instant beforeAt, UUID beforeId, int limit) {}

    Optional<Report> byBytes(String bank, String sha256);

    Optional<Report> byId(UUID reportId);

    /** Returns the latest first; one more than the limit when there are more. */
    List<Report> page(Filter filter);

    /** Adds a report. Returns false when a report with the same bytes from the same bank exists. */
    boolean add(Report report);

    void addChunk(UUID reportId, Chunk chunk);

    /**
     * Adds chunks with a line for every instruction of the batch, with the same status.
     *
     * @return the number of lines
     */
    int addChunksForEach(
            UUID reportId, UUID batchId, String statusCode, String reasonCode, int linesOfChunk);

    /** Completes the staging with the number of lines to apply. */
    void staged(UUID reportId, int lines);

    /** Completes the staging of a report that is withheld. */
    void notBelieved(UUID reportId, ReportStatus status, int lines, Instant at);

    /**
     * Deletes and returns the first remaining chunk, whose lines are written in this transaction.
     */
    Optional<Chunk> takeChunk(UUID reportId);

    /** The first lines of the remaining chunks after this line, in their order. */
    List<Integer> chunksAfter(UUID reportId, int line, int limit);

    long countChunks(UUID reportId);

    /** Writes the lines with their outcomes, permanently. */
    void addLines(UUID reportId, List<JudgedLine> lines);

    /** Adds the number of applied lines, with their outcomes. */
    void advance(UUID reportId, Map<LineOutcome, Long> outcomes);

    /**
     * Marks the report as applied when no chunk is left. A repeated or early call changes nothing.
     */
    void finish(UUID reportId, Instant at);

    /**
     * Returns applied lines after the given line, with the given outcome; null matches any outcome.
     */
    List<JudgedLine> linesAfter(UUID reportId, LineOutcome outcome, int lineNo, int limit);
}
