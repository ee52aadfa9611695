package id.pkh.disbursement.cycle;

import id.pkh.disbursement.cycle.domain.SealProposal;
import id.pkh.disbursement.cycle.domain.SealProposal.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The proposals to seal cycles; a cycle has at most one that is open. */
public interface SealProposals {

    void add(SealProposal proposal);

    /** The open proposal of a cycle. */
    Optional<SealProposal> open(UUID cycleId);

    /**
     * Ends the open proposal of a cycle, if it has one.
     *
     * @param reason of a withdrawal; null otherwise
     */
    void end(UUID cycleId, Outcome outcome, String reason, String by, Instant at);

    /** Ends the open proposals of cycles that have to be calculated again. */
    void endRecalculated(String by, Instant at);

    /** When the oldest open proposal was made. */
    Optional<Instant> oldestOpen();
}
