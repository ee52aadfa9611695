package id.pkh.platform.jobs;

import java.time.Instant;
import java.util.UUID;

/**
 * Long work and how far it has come.
 *
 * @param subject what it is about, as people name it; one unfinished job of a kind has it
 * @param parameters what the work needs to know, in a form of its own
 * @param checkpoint the last item that was dealt with; null at the beginning
 * @param itemsTotal how many there were when it was planned; null when that is not known
 * @param itemsSetAside items that failed by themselves and wait for an operator
 * @param movedAt when a chunk was last finished, at first when it was planned
 * @param lastFailure why the last try failed; null when it did not
 * @param stoppedBy who stopped it; null unless it is stopped
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
        String stoppedBy) {

    /** Where a job is in its life. */
    public enum Status {
        /** For its first chunk, its next turn, or a failure to pass. */
        WAITING,
        /** An instance has it. */
        RUNNING,
        /** By a person; it can be resumed. */
        STOPPED,
        /** On something that no other try will change; it can be resumed once that is mended. */
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
