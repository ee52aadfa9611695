package id.pkh.disbursement.report.file;

import id.pkh.disbursement.report.domain.ReportTotals.Original;
import id.pkh.disbursement.report.domain.ReportTotals.StatusTotal;
import id.pkh.disbursement.report.domain.ReportedAmount;
import java.util.List;

/** What stands in a pain.002. */
public final class ReportParts {

    private ReportParts() {}

    /** Of whom the report comes, and what it answers as a whole. */
    public record Group(
            String namespace,
            String messageId,
            String originalMessageId,
            Original original,
            String status,
            String reason,
            List<StatusTotal> totals) {}

    /** What it says of a payment block; our files have one. */
    public record Block(
            Original original, String status, String reason, List<StatusTotal> totals) {}

    /** What it says of a transaction. */
    public record Line(
            int lineNo,
            String instructionRef,
            String endToEndRef,
            String status,
            String reason,
            ReportedAmount amount,
            String bankRef) {}

    /** Takes the parts in the order of the file. */
    public interface Listener {

        /** Before any line; may refuse the file. */
        void group(Group group);

        void line(Line line);

        /** After its lines. */
        void block(Block block);
    }
}
