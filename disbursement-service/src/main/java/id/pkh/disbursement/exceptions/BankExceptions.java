package id.pkh.disbursement.exceptions;

import id.pkh.platform.security.AreaScope;
import java.time.Instant;
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
     * @param version number of the proposal: it rises with each proposal, and when what was
     *     proposed about has changed
     * @param proposedByMinistry whether the person who proposed is of the ministry
     */
    record BankException(
            UUID exceptionId,
            String exceptionClass,
            String reason,
            About about,
            State state,
            Instant foundAt,
            String proposedBy,
            Instant proposedAt,
            String proposal,
            String finding,
            int version,
            boolean proposedByMinistry,
            String resolvedBy,
            Instant resolvedAt) {

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
                    0,
                    false,
                    null,
                    null);
        }
    }

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
     * @param open true for open exceptions only, false for resolved exceptions only
     */
    record Filter(
            String bank,
            String exceptionClass,
            Boolean open,
            AreaScope scope,
            UUID after,
            int limit) {}

    /** Returns the oldest first; one more than the limit when there are more. */
    List<BankException> page(Filter filter);

    Optional<BankException> lock(UUID exceptionId);

    /**
     * Records a proposal about a locked exception.
     *
     * @param finding PAID or NOT_PAID, or null where no finding is needed
     */
    BankException propose(
            UUID exceptionId, String proposal, String finding, Settler by, Instant at);

    /** Settles a locked exception. */
    BankException resolve(UUID exceptionId, Settler by, Instant at);
}
