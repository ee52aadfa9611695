package id.pkh.disbursement.calculation;

import id.pkh.disbursement.calculation.CalculationRuns.Run;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.platform.messaging.trace.Causation;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Runs a calculation chunk by chunk, in a thread of its own and not in the request's. */
@ApplicationScoped
class CalculationWalk {

    private static final Logger LOG = Logger.getLogger(CalculationWalk.class);
    private static final int WALKS_AT_ONCE = 2;

    private final CalculateChunk chunk;
    private final CalculationRuns runs;
    private final DisbursementConfig config;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    WALKS_AT_ONCE, task -> new Thread(task, "cycle-calculation"));
    private final Map<UUID, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    CalculationWalk(CalculateChunk chunk, CalculationRuns runs, DisbursementConfig config) {
        this.chunk = chunk;
        this.runs = runs;
        this.config = config;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        threads.shutdown();
    }

    /** Starts working on a run that this process has just become the owner of. */
    void begin(Run run, Causation causation) {
        underWay.put(
                run.runId(),
                CompletableFuture.runAsync(
                        () -> causation.run(() -> walk(run.runId(), run.owner())), threads));
    }

    /**
     * Waits some seconds for the end of a run that this process works on. It does not wait for a
     * run of another process.
     */
    void await(Run run) {
        CompletableFuture<Void> walk = underWay.get(run.runId());
        if (walk == null) {
            return;
        }
        try {
            walk.get(config.calculation().waitAtMost().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillWalking) {
            LOG.debugf("run %s continues without its caller", run.runId());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the calculation was interrupted", e.getCause());
        } finally {
            if (walk.isDone()) {
                underWay.remove(run.runId(), walk);
            }
        }
    }

    private void walk(UUID runId, UUID owner) {
        try {
            boolean more = true;
            while (more && !stopping) {
                more = chunk.next(runId, owner);
            }
            if (more) {
                runs.interrupt(runId, owner, "the service stopped");
            }
        } catch (RuntimeException failure) {
            LOG.errorf(
                    failure,
                    "run %s was interrupted; it is resumed when the calculation is requested again",
                    runId);
            interrupt(runId, owner, failure);
            throw failure;
        }
    }

    /** If even this fails, the run becomes free when its lease expires. */
    private void interrupt(UUID runId, UUID owner, RuntimeException failure) {
        try {
            runs.interrupt(runId, owner, failure.getClass().getSimpleName());
        } catch (RuntimeException databaseAway) {
            failure.addSuppressed(databaseAway);
        }
    }
}
