package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.PreparationRuns.Run;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
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

/**
 * Executes a preparation chunk by chunk, outside the request that started it but in its caller's
 * name.
 */
@ApplicationScoped
class PreparationWalk {

    private static final Logger LOG = Logger.getLogger(PreparationWalk.class);
    private static final int WALKS_AT_ONCE = 2;

    private final PrepareChunk chunk;
    private final PreparationRuns runs;
    private final DisbursementConfig config;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    WALKS_AT_ONCE, task -> new Thread(task, "batch-preparation"));
    private final Map<UUID, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    PreparationWalk(PrepareChunk chunk, PreparationRuns runs, DisbursementConfig config) {
        this.chunk = chunk;
        this.runs = runs;
        this.config = config;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        threads.shutdown();
    }

    /** Executes a run of which this process has just become the owner. */
    void begin(Run run, String bearerToken, Causation causation) {
        underWay.put(
                run.runId(),
                CompletableFuture.runAsync(
                        () -> causation.run(() -> walk(run.runId(), run.owner(), bearerToken)),
                        threads));
    }

    /**
     * Waits some seconds for the end of a run of this process. A refusal ends the wait of all
     * callers.
     */
    void await(Run run) {
        CompletableFuture<Void> walk = underWay.get(run.runId());
        if (walk == null) {
            return;
        }
        try {
            walk.get(config.bank().waitAtMost().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillWalking) {
            LOG.debugf("preparation %s continues without its caller", run.runId());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refused refused) {
                throw refused;
            }
            throw new IllegalStateException("the preparation was interrupted", e.getCause());
        } finally {
            if (walk.isDone()) {
                underWay.remove(run.runId(), walk);
            }
        }
    }

    private void walk(UUID runId, UUID owner, String bearerToken) {
        try {
            boolean more = true;
            while (more && !stopping) {
                more = chunk.next(runId, owner, bearerToken);
            }
            if (more) {
                interrupt(runId, owner, "SERVICE_STOPPED");
            }
        } catch (RuntimeException failure) {
            String code =
                    failure instanceof Refused refused
                            ? refused.code()
                            : failure.getClass().getSimpleName();
            LOG.errorf(
                    failure,
                    "preparation %s was interrupted; it continues when it is requested again",
                    runId);
            try {
                interrupt(runId, owner, code);
            } catch (RuntimeException databaseAway) {
                // another process can take over the run when its lease expires
                failure.addSuppressed(databaseAway);
            }
            throw failure;
        }
    }

    private void interrupt(UUID runId, UUID owner, String code) {
        QuarkusTransaction.requiringNew().run(() -> runs.interrupt(runId, owner, code));
    }
}
