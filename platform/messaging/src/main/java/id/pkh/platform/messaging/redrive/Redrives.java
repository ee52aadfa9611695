package id.pkh.platform.messaging.redrive;

import id.pkh.platform.jobs.JobOrder;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.messaging.MessagingConfig;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/** The redrives of this service, for the operators who request, watch and stop them. */
@ApplicationScoped
public class Redrives {

    private final RedriveRows redrives;
    private final Jobs jobs;
    private final OperatorActions actions;
    private final MessagingConfig config;

    Redrives(RedriveRows redrives, Jobs jobs, OperatorActions actions, MessagingConfig config) {
        this.redrives = redrives;
        this.jobs = jobs;
        this.actions = actions;
        this.config = config;
    }

    /** How many parked events a selection matches now. */
    public long count(Selection selection) {
        return redrives.count(selection);
    }

    /**
     * Starts a redrive up to the newest event that is parked now. When the id is known already,
     * nothing is started, and the redrive with that id is returned; empty when another job has it.
     */
    public Optional<RedriveRun> start(UUID id, Selection selection, String by) {
        return inTransaction(
                () -> {
                    if (jobs.find(id).isEmpty() && redrives.add(id, selection)) {
                        jobs.plan(id, new JobOrder(RedriveWork.KIND, id.toString(), "", null, by));
                    }
                    return redrives.run(id);
                });
    }

    public Optional<RedriveRun> find(UUID id) {
        return redrives.run(id);
    }

    /** The latest first, those before the one named; from the latest when it is null. */
    public List<RedriveRun> latest(UUID before, int limit) {
        return redrives.latest(before, limit);
    }

    /** Ends a redrive where it is; events already applied stay applied. False when it had ended. */
    public boolean stop(UUID id, String by) {
        return inTransaction(
                () -> {
                    boolean stopped = jobs.stop(id, by);
                    if (stopped) {
                        actions.recordRedrive(by, redrives.run(id).orElseThrow());
                    }
                    return stopped;
                });
    }

    private <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) config.retry().transactionTimeout().toSeconds())
                .call(work);
    }
}
