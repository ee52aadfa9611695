package id.pkh.disbursement.batch;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The runs that prepare the payable payments of sealed cycles, with their checkpoints. */
public interface PreparationRuns {

    /**
     * Life of a run. An interrupted run is resumed from its checkpoint when the preparation is
     * requested again.
     */
    enum RunStatus {
        RUNNING,
        INTERRUPTED,
        DONE
    }

    /** The position of a run: the payment of a family, of one kind. */
    record PaymentPosition(UUID kpmId, String kind) {}

    /**
     * @param includeFailed whether payments that a bank rejected or returned are tried again
     * @param checkpoint last payment of the last chunk; null before the first
     * @param owner the process that executes the run; when its lease has expired, another process
     *     can take over the run
     */
    record Run(
            UUID runId,
            UUID cycleId,
            RunStatus status,
            boolean includeFailed,
            PaymentPosition checkpoint,
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

    /**
     * Makes another process the owner; empty when the run has been completed in the meantime. The
     * previous owner stops at its next chunk.
     */
    Optional<Run> takeOver(UUID runId, UUID owner, Instant leasedUntil);

    /** Locks the run and renews its lease; empty when this process is no longer the owner. */
    Optional<Run> renew(UUID runId, UUID owner, Instant leasedUntil);

    /** Moves a run that the transaction has renewed. */
    void advance(UUID runId, PaymentPosition checkpoint, int instructed, int notInstructed);

    /** Ends a run that the transaction has renewed. */
    void finish(UUID runId, Instant now);

    void interrupt(UUID runId, UUID owner, String failure);
}
