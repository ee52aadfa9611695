package id.pkh.registry.complaint;

import id.pkh.platform.persistence.DatabaseFailure;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Escalates late complaints, on every instance. */
@ApplicationScoped
class ComplaintSchedule {

    private static final Logger LOG = Logger.getLogger(ComplaintSchedule.class);

    private final EscalateComplaints escalateComplaints;

    ComplaintSchedule(EscalateComplaints escalateComplaints) {
        this.escalateComplaints = escalateComplaints;
    }

    @Scheduled(
            every = "60s",
            delayed = "40s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        try {
            escalateComplaints.handle();
        } catch (DatabaseFailure away) {
            LOG.warnf(
                    "late complaints are escalated when the database responds again: %s",
                    away.getMessage());
        }
    }
}
