package id.pkh.platform.jobs;

import java.time.Instant;
import java.util.UUID;

/**
 * Long-running work and its progress.
 *
 * @param subject what the job is about, as people name it; a kind has at most one unfinished job
 *     per subject
 * @param parameters the input of the work, in a format that the work defines
 * @param checkpoint the last item that was processed; null at the beginning
 * @param itemsTotal the number of items when the job was planned; null when it is not known
 * @param itemsSetAside items that failed by themselves and wait for an operator
 * @param movedAt when the last chunk was finished, or when the job was planned, stopped or resumed
 *     if that was later
 * @param lastFailure why the last try failed; null if it did not
 * @param stoppedBy who stopped the job; null unless it is stopped
 * @param afterJob the job that has to be done before this one starts; null if there is none
 */
public record Job(
        UUID jobId,
        String kind,
        String subject,
        String parameters,
        Status status,
        String checkpoint,
        Long itemsTotal,
        long itemsDone,
        long itemsSetAside,
        String requestedBy,
        String origin,
        Instant requestedAt,
        Instant movedAt,
        Instant finishedAt,
        String lastFailure,
        String stoppedBy,
        UUID afterJob) {

    /** The states of a job. */
    public enum Status {
        /** Waits for its first chunk, for its next turn, or for a temporary failure to pass. */
        WAITING,
        /** An instance is working on it. */
        RUNNING,
        /** Stopped by a person; it can be resumed. */
        STOPPED,
        /**
         * Failed for a reason that another try would not change; it can be resumed after the reason
         * is removed.
         */
        FAILED,
        DONE
    }

    public boolean isDone() {
        return status == Status.DONE;
    }

    /** It is worked on or is about to be; false while it waits for a failure to pass. */
    public boolean isUnderWay() {
        return status == Status.RUNNING || status == Status.WAITING && lastFailure == null;
    }
}
