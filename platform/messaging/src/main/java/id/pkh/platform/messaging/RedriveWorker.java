package id.pkh.platform.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/**
 * Works through the redrives, those of a process that died as well. What breaks is tried again at
 * the next look: a step is all or nothing.
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

    /** Somebody has asked for one: it need not wait for the next look. */
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
            LOG.warnf("a redrive goes on at the next look: %s", failure.toString());
        } finally {
            atWork.set(false);
        }
    }
}
