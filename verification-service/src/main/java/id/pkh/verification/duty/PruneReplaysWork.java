package id.pkh.verification.duty;

import id.pkh.platform.jobs.Job;
import id.pkh.verification.VerificationConfig;
import id.pkh.verification.replay.Replays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The results of a replay are deleted when nobody needs them to approve its version any more. */
@ApplicationScoped
class PruneReplaysWork implements DutyWork {

    private final Replays replays;
    private final Duration kept;
    private final Clock clock;

    PruneReplaysWork(Replays replays, VerificationConfig config, Clock clock) {
        this.replays = replays;
        this.kept = config.replays().kept();
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "policy-replays-prune";
    }

    @Override
    public List<UUID> due(UUID after, int limit) {
        return replays.requestedBefore(clock.instant().minus(kept), after, limit);
    }

    @Override
    public void apply(Job job, List<UUID> replayIds) {
        replayIds.forEach(replays::delete);
    }

    /** Each has a row for every family that would change. */
    @Override
    public int chunkItems() {
        return 1;
    }
}
