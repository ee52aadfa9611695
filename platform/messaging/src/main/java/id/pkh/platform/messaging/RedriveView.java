package id.pkh.platform.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * A redrive as operators see it.
 *
 * @param state RUNNING, DONE or STOPPED
 * @param selected events that matched at the start
 * @param settled how many of those it has dealt with
 * @param redriven applied now, those that waited behind a selected one included
 * @param failed tried and parked again
 * @param blocked not tried, since an earlier event of the same key stays parked
 * @param elsewhere selected events that somebody else dealt with; 0 until it is done
 */
public record RedriveView(
        UUID redriveId,
        String state,
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
        Instant finishedAt,
        String stoppedBy) {

    /**
     * What was asked for; null means any.
     *
     * @param ids how many were named, or null
     */
    public record Wanted(Integer ids, String topic, String key, String type, String reason) {}

    static RedriveView of(RedriveRun run) {
        Selection s = run.selection();
        boolean done = run.state() == RedriveRun.State.DONE;
        return new RedriveView(
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
                run.settled(),
                run.redriven(),
                run.failed(),
                run.blocked(),
                done ? Math.max(0, run.selected() - run.settled()) : 0,
                run.updatedAt(),
                run.finishedAt(),
                run.stoppedBy());
    }
}
