package id.pkh.disbursement.exceptions;

import id.pkh.platform.security.AreaScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Differences between this service and the banks that people have to settle. */
public interface BankExceptions {

    /** Life of an exception. */
    enum State {
        OPEN,
        PROPOSED,
        RESOLVED
    }

    /** The objects that an exception concerns; null where one does not apply. */
    record About(
            String bank,
            UUID cycleId,
            String villageCode,
            UUID kpmId,
            UUID paymentId,
            UUID batchId,
            UUID instructionId,
            UUID reportId,
            Integer lineNo,
            Long amountIdr) {

        /** Something about a bank alone; the report and its line are null where there is none. */
        public static About ofBank(String bank, UUID reportId, Integer lineNo) {
            return new About(bank, null, null, null, null, null, null, reportId, lineNo, null);
        }
    }

    /**
     * @param dueOn the last day on which it is in time; null until the database has set it
     * @param payments how many payments an exception about a whole file concerned when it was
     *     found; null for other exceptions
     * @param evidence what proves the proposal; null where none is needed
     * @param version number of the proposal: it rises with each proposal, and when what was
     *     proposed about has changed
     * @param proposedByMinistry whether the person who proposed is of the ministry
     * @param settledByFact ANSWERED, ASKED_ONE_BY_ONE or ACCOUNT_CONFIRMED when a fact settled it
     *     and no person
     */
    record BankException(
            UUID exceptionId,
            String exceptionClass,
            String reason,
            About about,
            State state,
            Instant foundAt,
            LocalDate dueOn,
            Integer payments,
            String proposedBy,
            Instant proposedAt,
            String proposal,
            String finding,
            String evidence,
            int version,
            boolean proposedByMinistry,
            String resolvedBy,
            Instant resolvedAt,
            String settledByFact) {

        public static BankException found(
                UUID exceptionId, String exceptionClass, String reason, About about, Instant at) {
            return new BankException(
                    exceptionId,
                    exceptionClass,
                    reason,
                    about,
                    State.OPEN,
                    at,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    0,
                    false,
                    null,
                    null,
                    null);
        }
    }

    /** What a person proposes about an exception. */
    record Proposal(String reason, String finding, String evidence) {}

    /** A person who settles exceptions. */
    record Settler(String subject, boolean ofMinistry, AreaScope areas) {}

    /** A payment that is not instructed has one exception, whose reason may change. */
    void add(List<BankException> found);

    /**
     * Resolves the exceptions of these payments that were opened because the payments were not
     * instructed.
     */
    void settleInstructed(Collection<UUID> paymentIds, String by, Instant at);

    /** Payments of a cycle that are not instructed for one reason. */
    record LeftOut(String reason, long payments) {}

    /** The payments of a cycle that are not instructed now, by reason. */
    List<LeftOut> leftOut(UUID cycleId);

    /**
     * The filter of a list of exceptions; null matches any value.
     *
     * @param classes only exceptions of these classes
     * @param open true for open exceptions only, false for resolved exceptions only
     * @param overdueOn only open exceptions whose deadline is before this day
     */
    record Filter(
            String bank,
            List<String> classes,
            Boolean open,
            LocalDate overdueOn,
            AreaScope scope,
            UUID after,
            int limit) {}

    /** The open exceptions of a class. */
    record OpenOfClass(String exceptionClass, long open, long overdue, Instant oldestFoundAt) {}

    /** The open exceptions of each class that has any; overdue are those due before the day. */
    List<OpenOfClass> countOpen(LocalDate today);

    /**
     * Opens a correction for each of these instructions that the bank refused or returned for a
     * reason that is about the family's account or name.
     */
    void openCorrections(Collection<UUID> instructionIds, Instant at);

    /**
     * Settles the open corrections of families whose account two people have changed since the
     * refused payment was prepared, or since it was taken out of a batch.
     */
    void settleCorrected(Collection<UUID> kpmIds, Instant at);

    /** Returns the oldest first; one more than the limit when there are more. */
    List<BankException> page(Filter filter);

    Optional<BankException> lock(UUID exceptionId);

    /**
     * Records a proposal about a locked exception. Its finding is PAID or NOT_PAID, or null where
     * none is needed.
     */
    BankException propose(UUID exceptionId, Proposal proposal, Settler by, Instant at);

    /** Settles a locked exception. */
    BankException resolve(UUID exceptionId, Settler by, Instant at);
}
