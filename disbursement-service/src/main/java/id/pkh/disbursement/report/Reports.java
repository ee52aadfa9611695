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
     * @param checkpoint how many of its lines have been applied
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

    /** What the bank says; references, codes and amounts as it wrote them. */
    record Line(
            int lineNo,
            String instructionRef,
            String endToEndRef,
            String statusCode,
            String reasonCode,
            ReportedAmount amount,
            String bankRef) {}

    /**
     * What the bank says, and what came of it.
     *
     * @param instructionId null where it names none
     */
    record JudgedLine(Line line, LineOutcome outcome, UUID instructionId) {}

    /** Lines that wait for being applied together, at least one, in the order of the report. */
    record Chunk(List<Line> lines) {

        public int firstLine() {
            return lines.get(0).lineNo();
        }

        public int lastLine() {
            return lines.get(lines.size() - 1).lineNo();
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
     * Chunks with a line for every instruction of the batch, saying the same of each.
     *
     * @return how many lines
     */
    int addChunksForEach(
            UUID reportId, UUID batchId, String statusCode, String reasonCode, int linesOfChunk);

    /** The end of staging: so many lines, to be applied. */
    void staged(UUID reportId, int lines);

    /** The end of staging of a report that is not believed. */
    void notBelieved(UUID reportId, ReportStatus status, int lines, Instant at);

    /** The first chunk behind this line that waits for being applied. */
    Optional<Chunk> chunkAfter(UUID reportId, int lineNo);

    /**
     * Takes a chunk away in order to apply it in this transaction, waiting for whoever has just
     * done so; false when it is gone.
     */
    boolean claim(UUID reportId, Chunk chunk);

    void addLines(UUID reportId, List<JudgedLine> lines);

    /** So many more lines have been applied. */
    void advance(UUID reportId, int lines);

    /** Once no chunk waits any more; again, or too early, it changes nothing. */
    void finish(UUID reportId, Instant at);

    /** Lines that have been applied, after this one. */
    List<JudgedLine> linesAfter(UUID reportId, LineOutcome outcome, int lineNo, int limit);

    Map<LineOutcome, Long> outcomes(UUID reportId);

    /** Reports that somebody has begun to apply, such as before the service stopped. */
    List<UUID> unfinished();

    /** When the oldest of these has come; empty when there is none. */
    Optional<Instant> oldestUnfinished();
}
