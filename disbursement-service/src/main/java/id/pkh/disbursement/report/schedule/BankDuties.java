package id.pkh.disbursement.report.schedule;

import id.pkh.disbursement.report.MarkOverdue;
import id.pkh.disbursement.report.inbox.ScanInbox;
import id.pkh.platform.messaging.trace.Causation;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Work with the banks that is done on a schedule. */
@ApplicationScoped
class BankDuties {

    private static final Logger LOG = Logger.getLogger(BankDuties.class);

    private final MarkOverdue markOverdue;
    private final ScanInbox scanInbox;

    BankDuties(MarkOverdue markOverdue, ScanInbox scanInbox) {
        this.markOverdue = markOverdue;
        this.scanInbox = scanInbox;
    }

    @Scheduled(
            every = "${pkh.disbursement.bank.sweep.every}",
            delayed = "60s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void markOverdue() {
        long marked = Causation.root().call(() -> markOverdue.handle("schedule"));
        if (marked > 0) {
            LOG.warnf("the banks did not respond to %d instructions in time", marked);
        }
    }

    @Scheduled(
            every = "${pkh.disbursement.bank.inbox.every}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scanInbox() {
        Causation.root().run(scanInbox::handle);
    }
}
