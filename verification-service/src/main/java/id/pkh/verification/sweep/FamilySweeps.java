package id.pkh.verification.sweep;

import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.persistence.SqlState;
import id.pkh.verification.VerificationConfig;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Processes many families, one chunk per transaction, and saves a checkpoint after each chunk:
 * after a crash any instance continues from there. A family that fails by itself is set aside, so
 * that it does not delay ten million others.
 */
@ApplicationScoped
public class FamilySweeps {

    private static final Logger LOG = Logger.getLogger(FamilySweeps.class);
    private static final int CHUNK_TIMEOUT_SECONDS = 300;
    private static final int TRIES_OF_ONE_FAMILY = 3;

    private final Sweeps sweeps;
    private final List<SweepWork> works;
    private final VerificationConfig.Sweep config;
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(2);
    private volatile boolean stopping;

    FamilySweeps(Sweeps sweeps, @All List<SweepWork> works, VerificationConfig config) {
        this.sweeps = sweeps;
        this.works = works;
        this.config = config.sweep();
    }

    void start(@Observes StartupEvent event) {
        workers.scheduleWithFixedDelay(
                this::resumeUnfinished,
                config.resumeSeconds(),
                config.resumeSeconds(),
                TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        workers.shutdown();
        workers.awaitTermination(10, TimeUnit.SECONDS);
    }

    /** Records, in the caller's transaction, that the work has to be done. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void plan(UUID sweepId, String kind, long familiesTotal) {
        sweeps.add(sweepId, kind, familiesTotal);
    }

    /**
     * Starts planned work and waits a little for it: the work for a small area is done before the
     * request is answered.
     */
    public SweepProgress begin(UUID sweepId) {
        Future<?> work = workers.submit(() -> run(sweepId));
        try {
            work.get(config.waitMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException continues) {
            LOG.debugf("sweep %s continues in the background", sweepId);
        } catch (ExecutionException | CancellationException stopped) {
            LOG.warnf("sweep %s stopped and is resumed later", sweepId);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return progress(sweepId);
    }

    /** Tries the set-aside families again; those that fail again stay set aside. */
    public void retrySetAside(UUID sweepId) {
        SweepProgress at = progress(sweepId);
        SweepWork work = workOf(at.kind());
        for (UUID kpmId : sweeps.setAside(sweepId)) {
            try {
                QuarkusTransaction.requiringNew()
                        .run(
                                () -> {
                                    work.apply(sweepId, List.of(kpmId));
                                    sweeps.takeBack(sweepId, kpmId);
                                });
            } catch (RuntimeException again) {
                LOG.errorf(again, "sweep %s: family %s stays set aside", sweepId, kpmId);
            }
        }
    }

    public SweepProgress progress(UUID sweepId) {
        return sweeps.find(sweepId).orElseThrow();
    }

    /** Resumes unfinished work of this instance or another one. */
    public void resumeUnfinished() {
        List<UUID> unfinished = List.of();
        try {
            unfinished = sweeps.unfinished();
        } catch (RuntimeException unreachable) {
            // an uncaught exception would end the timer
            LOG.warnf("unfinished sweeps will be searched again later: %s", unreachable.toString());
        }
        unfinished.forEach(this::run);
    }

    private void run(UUID sweepId) {
        try {
            SweepProgress at = progress(sweepId);
            new Causation(at.correlationId(), null, Causation.root().traceparent())
                    .run(() -> runChunks(sweepId, workOf(at.kind())));
        } catch (RuntimeException failed) {
            // an uncaught exception would end the timer; the sweep keeps its checkpoint and is
            // resumed
            LOG.errorf(failed, "sweep %s stopped and is resumed later", sweepId);
        }
    }

    private void runChunks(UUID sweepId, SweepWork work) {
        int limit = config.chunkFamilies();
        int triesOfOne = 0;
        boolean more = true;
        while (more && !stopping) {
            try {
                more = chunk(sweepId, work, limit);
                limit = config.chunkFamilies();
                triesOfOne = 0;
            } catch (RuntimeException failed) {
                // an outage is not the fault of a family: the whole chunk is resumed later
                if (SqlState.isWorthAnotherTry(failed)) {
                    throw failed;
                }
                LOG.warnf(failed, "sweep %s: a chunk of %d families failed", sweepId, limit);
                if (limit > 1) {
                    limit = Math.max(1, limit / 4);
                } else if (++triesOfOne >= TRIES_OF_ONE_FAMILY) {
                    setAside(sweepId, work, failed);
                    triesOfOne = 0;
                }
            }
        }
    }

    /** Whether there may be more to do for this worker. */
    private boolean chunk(UUID sweepId, SweepWork work, int limit) {
        return QuarkusTransaction.requiringNew()
                .timeout(CHUNK_TIMEOUT_SECONDS)
                .call(
                        () -> {
                            SweepProgress at = sweeps.take(sweepId).orElse(null);
                            if (at == null) {
                                return false;
                            }
                            List<UUID> families = work.next(sweepId, at.lastKpmId(), limit);
                            if (families.isEmpty()) {
                                sweeps.finish(sweepId);
                                return false;
                            }
                            work.apply(sweepId, families);
                            sweeps.advance(
                                    sweepId, families.get(families.size() - 1), families.size());
                            return true;
                        });
    }

    private void setAside(UUID sweepId, SweepWork work, RuntimeException failure) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                sweeps.take(sweepId)
                                        .flatMap(
                                                at ->
                                                        work
                                                                .next(sweepId, at.lastKpmId(), 1)
                                                                .stream()
                                                                .findFirst())
                                        .ifPresent(
                                                kpmId -> {
                                                    LOG.errorf(
                                                            failure,
                                                            "sweep %s: family %s is set aside",
                                                            sweepId,
                                                            kpmId);
                                                    sweeps.skip(
                                                            sweepId,
                                                            kpmId,
                                                            failure.getClass().getSimpleName());
                                                }));
    }

    private SweepWork workOf(String kind) {
        return works.stream().filter(work -> work.kind().equals(kind)).findFirst().orElseThrow();
    }
}
