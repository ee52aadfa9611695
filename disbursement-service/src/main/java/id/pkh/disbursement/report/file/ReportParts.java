package id.pkh.disbursement.report.file;

import id.pkh.disbursement.report.domain.Booking;
import id.pkh.disbursement.report.domain.ReportTotals.Fault;
import id.pkh.disbursement.report.domain.ReportTotals.Original;
import id.pkh.disbursement.report.domain.ReportTotals.StatusTotal;
import id.pkh.disbursement.report.domain.ReportedAmount;
import java.time.LocalDate;
import java.util.List;

/** The parts of a report. */
public final class ReportParts {

    private ReportParts() {}

    /**
     * The sender of the report, and the status of the original file as a whole.
     *
     * @param originalMessageId null in a camt.054, which is about any number of files
     */
    public record Group(
            String namespace,
            String messageId,
            String originalMessageId,
            Original original,
            String status,
            String reason,
            String reasonText,
            List<StatusTotal> totals) {}

    /** The status of a payment block. A payment file has one block, which a bank may split. */
    public record Block(
            Original original,
            String status,
            String reason,
            String reasonText,
            List<StatusTotal> totals) {}

    /**
     * The status of a transaction. A line without a status or a reason has those of its block, or
     * of the whole file.
     */
    public record ParsedLine(
            int lineNo,
            String instructionRef,
            String endToEndRef,
            String status,
            String reason,
            String reasonText,
            ReportedAmount amount,
            String bankRef,
            Booking booking) {

        ParsedLine withInstruction(String other) {
            return new ParsedLine(
                    lineNo,
                    other,
                    endToEndRef,
                    status,
                    reason,
                    reasonText,
                    amount,
                    bankRef,
                    booking);
        }

        ParsedLine withAmount(ReportedAmount other) {
            return new ParsedLine(
                    lineNo,
                    instructionRef,
                    endToEndRef,
                    status,
                    reason,
                    reasonText,
                    other,
                    bankRef,
                    booking);
        }
    }

    /**
     * A statement of an account.
     *
     * @param account null where the bank names none
     * @param number the bank's number of the statement; null where it gives none
     * @param day the day of the closing balance; null where it is not stated
     */
    public record Statement(String account, Long number, LocalDate day) {}

    /** Receives the parts in the order of the file. */
    public interface Listener {

        /** Called before any line; may refuse the file. */
        void group(Group group);

        void line(ParsedLine line);

        /** Called after the lines of the block; a camt.054 has none. */
        void block(Block block);

        /** Called after the entries of a statement of an account. */
        default void statement(Statement statement) {}

        /** The totals within the file differ; called at its end. */
        void fault(Fault fault);
    }
}
