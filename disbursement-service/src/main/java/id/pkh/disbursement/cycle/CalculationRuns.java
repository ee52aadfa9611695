package id.pkh.disbursement.cycle;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Walks through all families of a cycle, with their checkpoints. */
public interface CalculationRuns {

    /** Life of a run. An interrupted one goes on from its checkpoint when it is asked for again. */
    enum RunStatus {
        RUNNING,
        INTERRUPTED,
        DONE
    }

    /**
     * @param checkpoint last family of the last chunk; null before the first
     * @param owner who walks now; a run whose owner went silent can be taken over
     */
    record Run(
            UUID runId,
            UUID cycleId,
            RunStatus status,
            UUID checkpoint,
            long familiesTotal,
            long familiesDone,
            long paymentsChanged,
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

    /** Keeps the run that is not done, if there is one, from moving on meanwhile. */
    void lockUnfinished(UUID cycleId);

    void start(Run run);

    /** Makes somebody else the owner; the one before stops at its next chunk. */
    void takeOver(UUID runId, UUID owner, Instant leasedUntil);

    /** The run, if it is still this owner's: locked, with its lease renewed. */
    Optional<Run> renew(UUID runId, UUID owner, Instant leasedUntil);

    void advance(UUID runId, UUID checkpoint, int families, int paymentsChanged);

    void finish(UUID runId, Instant now);

    void interrupt(UUID runId, UUID owner, String failure);
}
