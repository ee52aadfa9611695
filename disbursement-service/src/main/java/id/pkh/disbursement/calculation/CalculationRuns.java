package id.pkh.disbursement.calculation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The runs that calculate all families of a cycle. Each is a job, with the same id. */
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
     * A run and its progress.
     *
     * @param familiesTotal families of the cycle when the run began
     */
    record Run(
            UUID runId,
            UUID cycleId,
            RunStatus status,
            long familiesTotal,
            long familiesDone,
            long paymentsChanged,
            String startedBy,
            Instant startedAt,
            Instant finishedAt) {}

    Optional<Run> latest(UUID cycleId);

    /** Begins to count what the job changes. */
    void start(UUID jobId, UUID cycleId);

    void countChanged(UUID jobId, int paymentsChanged);
}
