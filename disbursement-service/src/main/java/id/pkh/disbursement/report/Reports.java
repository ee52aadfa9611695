package id.pkh.disbursement.report;

import id.pkh.disbursement.report.domain.LineOutcome;
import id.pkh.disbursement.report.domain.ReportedAmount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The reports of banks, file by file and line by line. */
public interface Reports {

    /** Life of a report: its lines are stored, then applied; or it is not believed. */
    enum ReportStatus {
        STAGED,
        APPLIED,
        WITHHELD,
        PARTIAL
    }

    /**
     * @param messageId the bank's own name of it
     * @param checkpoint how many of its lines have been applied
     * @param outcomes how many of its lines have which outcome so far
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

    /** What the bank states; references, codes and amounts as it wrote them. */
    record Line(
            int lineNo,
            String instructionRef,
            String endToEndRef,
            String statusCode,
            String reasonCode,
            ReportedAmount amount,
            String bankRef) {}

    /**
     * What the bank states, and the outcome.
     *
     * @param instructionId null where the line matches none
     */
    record JudgedLine(Line line, LineOutcome outcome, UUID instructionId) {}

    /** Lines that wait to be applied together, at least one, in the order of the report. */
    record Chunk(List<Line> lines) {

        public int firstLine() {
            return lines.get(0).lineNo();
        }
    }

    /** Which reports are asked for; null for any. */
    record Filter(String bank, UUID batchId, Instant beforeAt, UUID beforeId, int limit) {}

    Optional<Report> byBytes(String bank, String sha256);

    Optional<Report> byId(UUID reportId);

    /** The latest first; one more than the limit when there are more. */
    List<Report> page(Filter filter);

    /** False when the same bytes of the bank are there already. */
    boolean add(Report report);

    void addChunk(UUID reportId, Chunk chunk);

    /**
     * Adds chunks with a line for every instruction of the batch, with the same status.
     *
     * @return how many lines
     */
    int addChunksForEach(
            UUID reportId, UUID batchId, String statusCode, String reasonCode, int linesOfChunk);

    /** Ends the staging: so many lines are to be applied. */
    void staged(UUID reportId, int lines);

    /** Ends the staging of a report that is not believed. */
    void notBelieved(UUID reportId, ReportStatus status, int lines, Instant at);

    /** Takes away the first chunk that waits, in order to write its lines in this transaction. */
    Optional<Chunk> takeChunk(UUID reportId);

    /** Writes the lines with their outcomes, permanently. */
    void addLines(UUID reportId, List<JudgedLine> lines);

    /** So many more lines have been applied, with these outcomes. */
    void advance(UUID reportId, Map<LineOutcome, Long> outcomes);

    /** Once no chunk waits any more; again, or too early, it changes nothing. */
    void finish(UUID reportId, Instant at);

    /** Lines that have been applied, after this one; any outcome where it is null. */
    List<JudgedLine> linesAfter(UUID reportId, LineOutcome outcome, int lineNo, int limit);

    /** Reports that are partly applied. */
    List<UUID> unfinished();

    /** When the oldest of these was received; empty when there is none. */
    Optional<Instant> oldestUnfinished();
}
