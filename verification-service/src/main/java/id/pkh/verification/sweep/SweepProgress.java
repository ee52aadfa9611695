package id.pkh.verification.sweep;

import java.time.Instant;
import java.util.UUID;

/**
 * The progress of a sweep.
 *
 * @param familiesSkipped families that failed by themselves, kept in family_sweep_skipped for an
 *     operator
 * @param lastKpmId the last processed family; null at the beginning
 */
public record SweepProgress(
        UUID sweepId,
        String kind,
        String state,
        long familiesTotal,
        long familiesDone,
        long familiesSkipped,
        UUID lastKpmId,
        String correlationId,
        Instant startedAt,
        Instant finishedAt) {

    public boolean isDone() {
        return state.equals("DONE");
    }
}
