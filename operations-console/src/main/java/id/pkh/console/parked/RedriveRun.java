package id.pkh.console.parked;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A redrive that somebody asked for here, running or done. */
record RedriveRun(
        UUID id,
        String by,
        Instant startedAt,
        String selection,
        List<CompletableFuture<RedriveOutcome>> parts) {

    public boolean isDone() {
        return parts.stream().allMatch(CompletableFuture::isDone);
    }

    /** Of the services that have answered. */
    public List<RedriveOutcome> outcomes() {
        return parts.stream().filter(CompletableFuture::isDone).map(p -> p.join()).toList();
    }

    public long redriven() {
        return outcomes().stream().mapToLong(RedriveOutcome::redriven).sum();
    }

    public long failed() {
        return outcomes().stream().mapToLong(RedriveOutcome::failed).sum();
    }

    public long byOthers() {
        return outcomes().stream().mapToLong(RedriveOutcome::byOthers).sum();
    }
}
