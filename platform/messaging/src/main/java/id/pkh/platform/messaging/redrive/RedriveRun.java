package id.pkh.platform.messaging.redrive;

import id.pkh.platform.jobs.Job;
import java.time.Instant;
import java.util.UUID;

/** A redrive: what was requested, how far it is, and its results. */
public final class RedriveRun {

    private final RedriveRow row;
    private final Job job;

    RedriveRun(RedriveRow row, Job job) {
        this.row = row;
        this.job = job;
    }

    /** The states of a redrive. A job that has failed is RUNNING: an operator can resume it. */
    public enum State {
        RUNNING,
        DONE,
        STOPPED
    }

    /**
     * Counts of a redrive, or what one transaction adds to them.
     *
     * @param settled selected events that need no further work of this redrive
     * @param redriven events applied now, including those that waited behind a selected one
     * @param failed events tried and parked again
     * @param blocked selected events not tried, since an earlier event of their key stays parked
     */
    public record Progress(long settled, long redriven, long failed, long blocked) {}

    public UUID id() {
        return row.id();
    }

    public Selection selection() {
        return row.selection();
    }

    /** Events that matched at the start. */
    public long selected() {
        return row.selected();
    }

    /** How many of those are settled, and how. */
    public Progress progress() {
        return row.progress();
    }

    public String requestedBy() {
        return job.requestedBy();
    }

    public Instant requestedAt() {
        return job.requestedAt();
    }

    public State state() {
        return switch (job.status()) {
            case DONE -> State.DONE;
            case STOPPED -> State.STOPPED;
            default -> State.RUNNING;
        };
    }

    public Instant updatedAt() {
        return job.movedAt();
    }

    /** When it was done or stopped; null while it is running. */
    public Instant finishedAt() {
        return state() == State.RUNNING ? null : job.movedAt();
    }

    public String stoppedBy() {
        return job.stoppedBy();
    }
}
