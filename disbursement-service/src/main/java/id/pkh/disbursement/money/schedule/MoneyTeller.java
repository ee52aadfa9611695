package id.pkh.disbursement.money.schedule;

import id.pkh.disbursement.money.MoneyMoved;
import id.pkh.disbursement.money.PostingFirst;
import id.pkh.disbursement.money.TellMoney;
import id.pkh.platform.messaging.trace.Causation;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/**
 * Sees to it that what has moved is told: at once when it is committed, and by the clock what a
 * process that stopped has left. What breaks is tried again at the next look.
 */
@ApplicationScoped
public class MoneyTeller {

    private static final Logger LOG = Logger.getLogger(MoneyTeller.class);

    /** How long it lets something be written first before it goes on telling. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TellMoney tellMoney;
    private final PostingFirst postingFirst;
    private final ManagedExecutor executor;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean atWork = new AtomicBoolean();
    private volatile boolean stopping;

    MoneyTeller(TellMoney tellMoney, PostingFirst postingFirst, ManagedExecutor executor) {
        this.tellMoney = tellMoney;
        this.postingFirst = postingFirst;
        this.executor = executor;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) MoneyMoved moved) {
        asked.set(true);
        executor.execute(this::work);
    }

    @Scheduled(
            every = "${pkh.disbursement.money.tell.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void lookAgain() {
        asked.set(true);
        work();
    }

    /** Who is asked while at work tries again, also after a failure: nobody's asking gets lost. */
    private void work() {
        while (asked.get() && atWork.compareAndSet(false, true)) {
            try {
                asked.set(false);
                Causation.root().run(this::tellAll);
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "what moved at the banks is told at the next look");
            } finally {
                atWork.set(false);
            }
        }
    }

    private void tellAll() {
        do {
            postingFirst.awaitQuiet(PATIENCE);
        } while (!stopping && tellMoney.handle());
    }
}
