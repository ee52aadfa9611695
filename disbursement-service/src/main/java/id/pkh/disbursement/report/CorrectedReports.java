package id.pkh.disbursement.report;

import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files of banks that have the number of an earlier one and other bytes. */
public interface CorrectedReports {

    /**
     * The latest file with the number of this one.
     *
     * @param waits whether people still have to decide about it
     */
    record Earlier(UUID reportId, boolean waits) {}

    /**
     * A difference between a correction and the file that it corrects; former values are null where
     * the line is new, and others where it is gone.
     *
     * @param kind ADDED, CHANGED or REMOVED
     */
    record Difference(
            int ordinal,
            String kind,
            Integer lineNo,
            Integer formerLineNo,
            String statusCode,
            String formerStatusCode,
            String reasonCode,
            String formerReasonCode,
            Long amountIdr,
            Long formerAmountIdr,
            LocalDate bookedOn,
            LocalDate formerBookedOn,
            UUID instructionId) {}

    /**
     * The latest file of the bank with the same number that was not withheld or rejected: of a
     * pain.002 about the same batch, of a notification within a year, and of a statement with the
     * number of one of its statements. Waits for another transaction that reads a file with the
     * number.
     */
    Optional<Earlier> earlier(UUID reportId);

    /** Keeps what the report states otherwise, line by line; returns the number of differences. */
    int compare(UUID reportId, UUID earlier);

    /** The file that corrects this one, unless it was rejected. */
    Optional<UUID> correctionOf(UUID reportId);

    long countDifferences(UUID reportId);

    List<Difference> differencesAfter(UUID reportId, int ordinal, int limit);

    /**
     * The payments that the earlier file had moved and that the correction no longer lists: what it
     * would take back, and does not.
     */
    List<BankException> takenBack(UUID reportId, Instant at);
}
