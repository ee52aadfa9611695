package id.pkh.platform.messaging.redrive;

import id.pkh.platform.messaging.MessagingConfig;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The redrives of this service, for the operators who request, watch and stop them. */
@ApplicationScoped
public class Redrives {

    private final RedriveRuns runs;
    private final RedriveWorker worker;
    private final OperatorActions actions;
    private final MessagingConfig config;

    Redrives(
            RedriveRuns runs,
            RedriveWorker worker,
            OperatorActions actions,
            MessagingConfig config) {
        this.runs = runs;
        this.worker = worker;
        this.actions = actions;
        this.config = config;
    }

    /** How many parked events a selection matches now. */
    public long count(Selection selection) {
        return runs.count(selection);
    }

    /**
     * Starts a redrive up to the newest event that is parked now. When the id is known already,
     * nothing is started; the redrive with that id is returned in either case.
     */
    public RedriveRun start(UUID id, Selection selection, String by) {
        runs.begin(id, selection, by);
        worker.wake();
        return runs.find(id).orElseThrow();
    }

    public Optional<RedriveRun> find(UUID id) {
        return runs.find(id);
    }

    /** The latest first, beginning below a run number. */
    public List<RedriveRun> latest(long belowRunNo, int limit) {
        return runs.latest(belowRunNo, limit);
    }

    /** Ends a redrive where it is; events already applied stay applied. False when it had ended. */
    public boolean stop(UUID id, String by) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) config.retry().transactionTimeout().toSeconds())
                .call(
                        () -> {
                            boolean stopped = runs.end(id, RedriveRun.State.STOPPED, by);
                            if (stopped) {
                                actions.recordRedrive(by, runs.find(id).orElseThrow());
                            }
                            return stopped;
                        });
    }
}
