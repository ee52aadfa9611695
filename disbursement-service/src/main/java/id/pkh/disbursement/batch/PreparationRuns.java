package id.pkh.disbursement.batch;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Walks through the payable payments of sealed cycles, with their checkpoints. */
public interface PreparationRuns {

    /** Life of a run. An interrupted one goes on from its checkpoint when it is asked for again. */
    enum RunStatus {
        RUNNING,
        INTERRUPTED,
        DONE
    }

    /** Where a walk stands: a family's payment of a kind. */
    record Place(UUID kpmId, String kind) {}

    /**
     * @param includeFailed whether what a bank rejected or returned is tried again
     * @param checkpoint last payment of the last chunk; null before the first
     * @param owner who walks now; a run whose owner went silent can be taken over
     */
    record Run(
            UUID runId,
            UUID cycleId,
            RunStatus status,
            boolean includeFailed,
            Place checkpoint,
            long instructed,
            long notInstructed,
            String startedBy,
            Instant startedAt,
            Instant finishedAt,
            String failure,
            UUID owner,
            Instant leasedUntil) {

        public boolean isOwnedAt(Instant now) {
            return status == RunStatus.RUNNING && leasedUntil.isAfter(now);
        }
    }

    Optional<Run> latest(UUID cycleId);

    Optional<Run> byId(UUID runId);

    void start(Run run);

    /** Makes somebody else the owner; the one before stops at its next chunk. */
    void takeOver(UUID runId, UUID owner, Instant leasedUntil);

    /** The run, if it is still this owner's: locked, with its lease renewed. */
    Optional<Run> renew(UUID runId, UUID owner, Instant leasedUntil);

    void advance(UUID runId, Place checkpoint, int instructed, int notInstructed);

    void finish(UUID runId, Instant now);

    void interrupt(UUID runId, UUID owner, String failure);
}
