package id.pkh.platform.jobs;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Processes several chunks of one job at the same time, so that one computes while the database
 * works for another. They commit in their order: the checkpoint never passes a chunk that is not
 * done, and after a crash nothing is missing or done twice.
 */
@ApplicationScoped
class OverlappingChunks {

    private static final Logger LOG = Logger.getLogger(OverlappingChunks.class);

    private final JobChunks chunks;
    private final JobWaits waits;
    private final int most;

    /** A task waits for those submitted before it only, so the first of them can always go on. */
    private final ExecutorService threads;

    OverlappingChunks(JobChunks chunks, JobWaits waits, JobsConfig config) {
        this.chunks = chunks;
        this.waits = waits;
        this.most = config.overlap();
        this.threads = Executors.newFixedThreadPool(config.workers() * config.overlap());
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    /**
     * Processes chunks while {@code goesOn}. When one fails, those behind it are rolled back, and
     * it is tried again alone, as a chunk of any other job.
     *
     * @return whether there may be more to do for this owner
     */
    <T> boolean run(UUID jobId, String owner, JobWork<T> work, BooleanSupplier goesOn) {
        Queue<CompletableFuture<Void>> running = new ArrayDeque<>();
        try {
            submit(jobId, owner, work, goesOn, running);
            running.forEach(CompletableFuture::join);
        } catch (CompletionException failed) {
            LOG.debugf(failed.getCause(), "job %s: overlapping chunks end", jobId);
        } finally {
            running.forEach(chunk -> chunk.exceptionally(failed -> null).join());
        }
        return chunks.next(jobId, owner, work, work.chunkItems());
    }

    private <T> void submit(
            UUID jobId,
            String owner,
            JobWork<T> work,
            BooleanSupplier goesOn,
            Queue<CompletableFuture<Void>> running) {
        Optional<T> last = chunks.find(jobId).flatMap(job -> JobChunks.checkpoint(job, work));
        CompletableFuture<Void> earlier = CompletableFuture.completedFuture(null);
        while (goesOn.getAsBoolean()) {
            List<T> items = chunks.after(jobId, last, work);
            if (items.isEmpty()) {
                return;
            }
            String before = last.map(work::textOf).orElse(null);
            CompletableFuture<Void> committed = earlier;
            earlier =
                    CompletableFuture.runAsync(
                            () ->
                                    chunks.overlapping(
                                            jobId, owner, work, before, items, committed::join),
                            threads);
            running.add(earlier);
            last = Optional.of(items.get(items.size() - 1));
            if (running.size() == most) {
                running.remove().join();
                waits.signalMoved();
            }
        }
    }
}
