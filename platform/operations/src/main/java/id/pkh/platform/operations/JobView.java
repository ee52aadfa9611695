package id.pkh.platform.operations;

import id.pkh.platform.jobs.Job;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Long work as operators see it.
 *
 * @param state WAITING, RUNNING, STOPPED, FAILED or DONE
 * @param itemsTotal null when it was not known at the beginning
 * @param itemsSetAside items that failed by themselves; they are listed under {@code /set-aside}
 * @param movedAt when a chunk was last finished, or when the job was stopped if that was later
 * @param lastFailure types, SQL state and constraint of what failed last; null when nothing did
 * @param stoppedBy null unless the job is stopped
 * @param afterJob the job that has to be done before this one starts; null if there is none
 */
public record JobView(
        UUID jobId,
        String kind,
        String subject,
        @Schema(enumeration = {"WAITING", "RUNNING", "STOPPED", "FAILED", "DONE"}) String state,
        @Schema(nullable = true) Long itemsTotal,
        long itemsDone,
        long itemsSetAside,
        String requestedBy,
        Instant requestedAt,
        Instant movedAt,
        @Schema(nullable = true) Instant finishedAt,
        @Schema(nullable = true) String lastFailure,
        @Schema(nullable = true) String stoppedBy,
        @Schema(nullable = true) UUID afterJob) {

    static JobView of(Job job) {
        return new JobView(
                job.jobId(),
                job.kind(),
                job.subject(),
                job.status().name(),
                job.itemsTotal(),
                job.itemsDone(),
                job.itemsSetAside(),
                job.requestedBy(),
                job.requestedAt(),
                job.movedAt(),
                job.finishedAt(),
                job.lastFailure(),
                job.stoppedBy(),
                job.afterJob());
    }
}
