package id.pkh.disbursement.exceptions;

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
                    null);
        }
    }

    /** A payment that is not instructed is there once; its reason may change. */
    void add(List<BankException> found);

    /** Settles by itself what stood there because these payments were not instructed. */
    void settleInstructed(Collection<UUID> paymentIds, String by, Instant at);

    Optional<BankException> lock(UUID exceptionId);

    void propose(UUID exceptionId, String proposal, String by, Instant at);

    void resolve(UUID exceptionId, String by, Instant at);
}
