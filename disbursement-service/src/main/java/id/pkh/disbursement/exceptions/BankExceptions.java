package id.pkh.disbursement.exceptions;

import id.pkh.platform.security.AreaScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What does not go by itself between us and the banks, until people have settled it. */
public interface BankExceptions {

    /** Life of an exception. */
    enum State {
        OPEN,
        PROPOSED,
        RESOLVED
    }

    /** What an exception is about; what does not apply is null. */
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
            Long amountIdr) {}

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
                    null,
                    null);
        }
    }

    /** A payment that is not instructed is there once; its reason may change. */
    void add(List<BankException> found);

    /** Settles by itself what stood there because these payments were not instructed. */
    void settleInstructed(Collection<UUID> paymentIds, String by, Instant at);

    /**
     * Which exceptions are asked for; null for any.
     *
     * @param open whether only open ones, or only resolved ones
     */
    record Filter(
            String bank,
            String exceptionClass,
            Boolean open,
            AreaScope scope,
            UUID after,
            int limit) {}

    /** The oldest first; one more than the limit when there are more. */
    List<BankException> page(Filter filter);

    Optional<BankException> lock(UUID exceptionId);

    /**
     * @param finding PAID or NOT_PAID, or null where nobody has to find out
     */
    void propose(UUID exceptionId, String proposal, String finding, String by, Instant at);

    void resolve(UUID exceptionId, String by, Instant at);
}
