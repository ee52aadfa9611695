package id.pkh.disbursement.report;

import id.pkh.disbursement.report.domain.LineOutcome;
import id.pkh.disbursement.report.domain.ReportKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The reports of banks; {@link ReportLines} has their lines. */
public interface Reports {

    /**
     * Life of a report: its lines are stored and then applied, or the report is withheld. What the
     * ministry brings in waits in between, until a second person confirms or rejects it.
     */
    enum ReportStatus {
        AWAITING_CONFIRMATION,
        STAGED,
        APPLIED,
        WITHHELD,
        PARTIAL,
        REJECTED
    }

    /** The way on which a report arrived. */
    enum Channel {
        /** The bank uploaded it. */
        BANK,
        /** It was in the bank's own folder. */
        INBOX,
        /** A person of the ministry uploaded it on the bank's behalf. */
        MINISTRY,
        /** It arrived before the way was recorded. */
        UNRECORDED;

        /** Whether the report is the bank's own word, and needs no confirmation. */
        public boolean isOfBank() {
            return this != MINISTRY;
        }
    }

    /** What a person decided about a report that waited. */
    record Decision(String by, Instant at) {}

    /**
     * @param kind a {@link id.pkh.disbursement.report.domain.ReportKind}
     * @param messageId the bank's own id of the report
     * @param batchId null for a notification, which is about any number of batches
     * @param checkpoint number of lines that have been applied
     * @param outcomes number of lines by outcome so far
     * @param fault why the report is withheld, or where it is cut off; otherwise empty
     * @param confirmation null unless it waited and was confirmed
     * @param rejection null unless it waited and was rejected or withdrawn
     * @param signedWith the key of the bank with which it is signed; null where it is not
     * @param movesAll whether it has no lines and credits or refuses all payments of the file
     * @param firstConfirmation the first of two confirmations; null unless it needs two and has it
     * @param corrects the earlier file with the same number; null where there is none
     */
    record Report(
            UUID reportId,
            String bank,
            String sha256,
            long bytes,
            String filename,
            ReportKind kind,
            String namespace,
            String messageId,
            UUID batchId,
            String groupStatus,
            ReportStatus status,
            int lines,
            int checkpoint,
            Map<LineOutcome, Long> outcomes,
            Map<String, String> fault,
            Channel channel,
            String receivedBy,
            Instant receivedAt,
            Instant finishedAt,
            Decision confirmation,
            Decision rejection,
            String rejectionReason,
            UUID signedWith,
            boolean movesAll,
            Decision firstConfirmation,
            UUID corrects) {

        /**
         * Whether two persons have to vouch for what came from the bank: nobody has yet but the
         * channel, or it corrects what the bank has stated before.
         */
        public boolean needsTwo() {
            return channel.isOfBank() && (movesAll && signedWith == null || corrects != null);
        }
    }

    /** The filter of a list of reports; null matches any value. */
    record Filter(
            String bank,
            UUID batchId,
            ReportStatus status,
            Instant beforeAt,
            UUID beforeId,
            int limit) {}

    /** The report with these bytes, unless it was rejected. */
    Optional<Report> byBytes(String bank, String sha256);

    Optional<Report> byId(UUID reportId);

    /** Locks and returns the report. */
    Optional<Report> lock(UUID reportId);

    /** When the oldest report was received that waits for its second person. */
    Optional<Instant> oldestWaiting();

    /** Returns the latest first; one more than the limit when there are more. */
    List<Report> page(Filter filter);

    /** Adds a report. Returns false when a report with the same bytes from the same bank exists. */
    boolean add(Report report);

    /**
     * Completes the staging with the number of lines to apply.
     *
     * @param corrects the earlier file with the same number; null where there is none
     * @param status STAGED or AWAITING_CONFIRMATION
     */
    void staged(UUID reportId, int lines, boolean movesAll, UUID corrects, ReportStatus status);

    /** Lets a locked report that waited be applied. */
    void confirm(UUID reportId, String by, Instant at);

    /** The first of the two confirmations that a locked report needs. */
    void confirmFirst(UUID reportId, String by, Instant at);

    /** The bank has delivered a locked report that waited again, signed. */
    void sign(UUID reportId, UUID keyId);

    /** Ends a locked report that waited; it is never applied. */
    void reject(UUID reportId, String reason, String by, Instant at);

    /** Completes the staging of a report that is withheld. */
    void notBelieved(
            UUID reportId, ReportStatus status, int lines, Map<String, String> fault, Instant at);

    /** Adds the number of applied lines, with their outcomes. */
    void advance(UUID reportId, Map<LineOutcome, Long> outcomes);

    /**
     * Marks the report as applied. A repeated call changes nothing; a call before all of the lines
     * are applied fails.
     */
    void finish(UUID reportId, Instant at);
}
