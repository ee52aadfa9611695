package id.pkh.disbursement.report;

import id.pkh.disbursement.money.domain.InstructionPage;
import id.pkh.disbursement.report.domain.LineOutcome;
import id.pkh.disbursement.report.domain.ReportedAmount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
     * What the bank says, and which instruction of the batch it names.
     *
     * @param instruction line of the instruction in the batch, from 1; NOTHING where it names none
     *     of ours, TWO where its references lead to two
     * @param exact whether it has both references and the amount of its instruction; then they need
     *     not be kept
     */
    record NamedLine(Line line, int instruction, boolean exact) {

        static final int NOTHING = 0;
        static final int TWO = -1;

        public boolean namesOne() {
            return instruction > 0;
        }

        /** The page of the instruction that it names. */
        int pageNo() {
            return InstructionPage.pageOf(instruction);
        }
    }

    /**
     * What the bank says, and what came of it.
     *
     * @param instructionId null where it names none
     */
    record JudgedLine(Line line, LineOutcome outcome, UUID instructionId) {}

    /**
     * Lines that wait for being applied together, at least one, in the order of the report and
     * without a gap. What is not kept of a line is null.
     */
    record Chunk(List<NamedLine> lines) {

        /** Pages of all instructions that the lines name. */
        Set<Integer> pageNos() {
            Set<Integer> pageNos = new TreeSet<>();
            lines.stream().filter(NamedLine::namesOne).forEach(one -> pageNos.add(one.pageNo()));
            return pageNos;
        }

        public int firstLine() {
            return lines.get(0).line().lineNo();
        }

        public int lastLine() {
            return lines.get(lines.size() - 1).line().lineNo();
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
     * Takes a chunk in order to apply it in this transaction, waiting for whoever has just done so;
     * false when it has its outcomes already.
     */
    boolean claim(UUID reportId, Chunk chunk);

    /** The outcomes of a chunk's lines, in their order, for good. */
    void addOutcomes(UUID reportId, int firstLine, List<LineOutcome> outcomes);

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
