package id.pkh.disbursement.report;

import id.pkh.disbursement.report.domain.Booking;
import id.pkh.disbursement.report.domain.LineOutcome;
import id.pkh.disbursement.report.domain.ReportedAmount;
import id.pkh.platform.security.AreaScope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The lines of reports: in chunks before they are applied, then one by one with their outcomes. */
public interface ReportLines {

    /**
     * The statement of the bank, with references, codes and amounts as the bank wrote them.
     *
     * @param reasonCode all reasons of the bank, as {@link
     *     id.pkh.disbursement.report.domain.BankReasons#together} joins them
     * @param reasonText what the bank adds in its own words
     * @param booking null in a pain.002
     */
    record ReportLine(
            int lineNo,
            String instructionRef,
            String endToEndRef,
            String statusCode,
            String reasonCode,
            String reasonText,
            ReportedAmount amount,
            String bankRef,
            Booking booking) {

        /** In place of a reference: the line is the status of the whole file. */
        private static final String WHOLE_FILE = "*";

        static ReportLine ofFile(String statusCode, String reasonCode, String reasonText) {
            return new ReportLine(
                    1,
                    WHOLE_FILE,
                    null,
                    statusCode,
                    reasonCode,
                    reasonText,
                    ReportedAmount.NOT_GIVEN,
                    null,
                    null);
        }

        boolean isOfFile() {
            return WHOLE_FILE.equals(instructionRef);
        }
    }

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

    void addChunk(UUID reportId, Chunk chunk);

    /**
     * Adds chunks with a line for every instruction of the batch, with the same status.
     *
     * @return the number of lines
     */
    int addChunksForEach(
            UUID reportId,
            UUID batchId,
            String statusCode,
            String reasonCode,
            String reasonText,
            int linesOfChunk);

    /**
     * Deletes and returns the first remaining chunk, whose lines are written in this transaction.
     */
    Optional<Chunk> takeChunk(UUID reportId);

    /** The first lines of the remaining chunks after this line, in their order. */
    List<Integer> chunksAfter(UUID reportId, int line, int limit);

    long countChunks(UUID reportId);

    /** Writes the lines with their outcomes, permanently. */
    void addLines(UUID reportId, List<JudgedLine> lines);

    /**
     * Returns applied lines after the given line, with the given outcome; null matches any outcome.
     * A line that matches no payment belongs to no area.
     */
    List<JudgedLine> linesAfter(
            UUID reportId, LineOutcome outcome, AreaScope scope, int lineNo, int limit);

    /** Returns lines after the given line that are not applied yet, and so have no outcome. */
    List<ReportLine> waitingAfter(UUID reportId, int lineNo, int limit);
}
