package id.pkh.registry.dataupdate;

import id.pkh.platform.persistence.DatabaseFailure;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Looks for updates that are overdue, on every instance. */
@ApplicationScoped
class OverdueSchedule {

    private static final Logger LOG = Logger.getLogger(OverdueSchedule.class);

    private final TellOverdue tellOverdue;

    OverdueSchedule(TellOverdue tellOverdue) {
        this.tellOverdue = tellOverdue;
    }

    @Scheduled(
            every = "60s",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        try {
            tellOverdue.handle();
        } catch (DatabaseFailure away) {
            LOG.warnf(
                    "nobody is notified of overdue data updates until the database responds: %s",
                    away.getMessage());
        }
    }
}
