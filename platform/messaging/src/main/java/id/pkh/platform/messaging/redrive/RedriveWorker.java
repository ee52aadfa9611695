package id.pkh.platform.messaging.redrive;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/**
 * Works through the running redrives, including those of a process that died. A step is all or
 * nothing; one that fails is repeated at the next run.
 */
@ApplicationScoped
class RedriveWorker {

    private static final Logger LOG = Logger.getLogger(RedriveWorker.class);

    private final Redrive redrive;
    private final ManagedExecutor executor;
    private final AtomicBoolean atWork = new AtomicBoolean();
    private volatile boolean stopping;

    RedriveWorker(Redrive redrive, ManagedExecutor executor) {
        this.redrive = redrive;
        this.executor = executor;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Starts at once, since a redrive was requested. */
    void wake() {
        executor.execute(this::work);
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        if (!atWork.compareAndSet(false, true)) {
            return;
        }
        try {
            while (!stopping && redrive.step()) {
                // the next page
            }
        } catch (RuntimeException failure) {
            LOG.warnf("a redrive is resumed at the next run: %s", failure.toString());
        } finally {
            atWork.set(false);
        }
    }
}
