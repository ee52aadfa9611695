package id.pkh.disbursement.calculation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The runs that calculate all families of a cycle, with their checkpoints. */
public interface CalculationRuns {

    /**
     * Life of a run. An interrupted run is resumed from its checkpoint when the calculation is
     * requested again.
     */
    enum RunStatus {
        RUNNING,
        INTERRUPTED,
        DONE
    }

    /**
     * @param checkpoint last family of the last chunk; null before the first
     * @param owner the process that works on it; another one takes over when the lease expires
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

    /** Locks the unfinished run, if there is one, so that it makes no progress meanwhile. */
    void lockUnfinished(UUID cycleId);

    void start(Run run);

    /** Gives the run to another owner. The owner before stops at its next chunk. */
    void takeOver(UUID runId, UUID owner, Instant leasedUntil);

    /** Locks the run and renews its lease, if it still belongs to this owner. */
    Optional<Run> renew(UUID runId, UUID owner, Instant leasedUntil);

    void advance(UUID runId, UUID checkpoint, int families, int paymentsChanged);

    void finish(UUID runId, Instant now);

    void interrupt(UUID runId, UUID owner, String failure);
}
