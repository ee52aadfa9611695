package id.pkh.disbursement.report.schedule;

import id.pkh.disbursement.report.MarkUnanswered;
import id.pkh.disbursement.report.TakeReport;
import id.pkh.disbursement.report.inbox.ScanInbox;
import id.pkh.platform.messaging.trace.Causation;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** What is to be done at the banks' door by the clock. */
@ApplicationScoped
class BankDuties {

    private static final Logger LOG = Logger.getLogger(BankDuties.class);

    private final MarkUnanswered markUnanswered;
    private final ScanInbox scanInbox;
    private final TakeReport takeReport;

    BankDuties(MarkUnanswered markUnanswered, ScanInbox scanInbox, TakeReport takeReport) {
        this.markUnanswered = markUnanswered;
        this.scanInbox = scanInbox;
        this.takeReport = takeReport;
    }

    @Scheduled(
            every = "${pkh.disbursement.bank.sweep.every}",
            delayed = "60s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void missAnswers() {
        long marked = Causation.root().call(markUnanswered::handle);
        if (marked > 0) {
            LOG.warnf("%d instructions were not answered in time", marked);
        }
    }

    @Scheduled(
            every = "${pkh.disbursement.bank.inbox.every}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookIntoTheInbox() {
        Causation.root().run(scanInbox::handle);
    }

    /** What a service that stopped has left half applied. */
    @Scheduled(
            every = "${pkh.disbursement.bank.resume.every}",
            delayed = "45s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void goOnWithReports() {
        Causation.root().run(takeReport::goOnWithLeft);
    }
}
