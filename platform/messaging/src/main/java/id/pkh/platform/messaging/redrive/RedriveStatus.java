package id.pkh.platform.messaging.redrive;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A redrive as operators see it, and as the audit keeps it.
 *
 * @param state RUNNING, DONE or STOPPED
 * @param selected events that matched at the start
 * @param settled how many of those need no further work of this redrive
 * @param redriven events applied now, including those that waited behind a selected one
 * @param failed events tried and parked again
 * @param blocked events not tried, since an earlier event of the same key stays parked
 * @param elsewhere selected events that were redriven or discarded by another request; 0 until the
 *     redrive is done
 */
@Schema(name = "Redrive")
public record RedriveStatus(
        UUID redriveId,
        @Schema(enumeration = {"RUNNING", "DONE", "STOPPED"}) String state,
        Wanted selection,
        String requestedBy,
        Instant requestedAt,
        long selected,
        long settled,
        long redriven,
        long failed,
        long blocked,
        long elsewhere,
        Instant updatedAt,
        @Schema(nullable = true) Instant finishedAt,
        @Schema(nullable = true) String stoppedBy) {

    /**
     * What was requested; null means any.
     *
     * @param ids how many were named, or null
     */
    @Schema(name = "RedriveSelection")
    public record Wanted(
            @Schema(nullable = true) Integer ids,
            @Schema(nullable = true) String topic,
            @Schema(nullable = true) String key,
            @Schema(nullable = true) String type,
            @Schema(nullable = true) String reason) {}

    public static RedriveStatus of(RedriveRun run) {
        Selection s = run.selection();
        RedriveRun.Progress progress = run.progress();
        boolean done = run.state() == RedriveRun.State.DONE;
        return new RedriveStatus(
                run.id(),
                run.state().name(),
                new Wanted(
                        s.ids() == null ? null : s.ids().size(),
                        s.topic(),
                        s.key(),
                        s.type(),
                        s.reason()),
                run.requestedBy(),
                run.requestedAt(),
                run.selected(),
                progress.settled(),
                progress.redriven(),
                progress.failed(),
                progress.blocked(),
                done ? Math.max(0, run.selected() - progress.settled()) : 0,
                run.updatedAt(),
                run.finishedAt(),
                run.stoppedBy());
    }
}
