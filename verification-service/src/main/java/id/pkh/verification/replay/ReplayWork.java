package id.pkh.verification.replay;

import id.pkh.platform.jobs.Job;
import id.pkh.platform.policies.PolicyVersion;
import id.pkh.platform.policies.PolicyVersions;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.families.FamilyWork;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.quarter.QuarterClosings;
import id.pkh.verification.replay.domain.StepChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Replays the families of an area, chunk by chunk. */
@ApplicationScoped
class ReplayWork implements FamilyWork {

    static final String KIND = "policy-replay";

    /** It locks no family, so a chunk may be larger than one that issues steps. */
    private static final int CHUNK_FAMILIES = 2_000;

    private static final String WHOLE_COUNTRY = "*";

    private final Replays replays;
    private final PolicyVersions versions;
    private final QuarterClosings closings;
    private final ReplaySteps replaySteps;
    private final Kpms kpms;

    ReplayWork(
            Replays replays,
            PolicyVersions versions,
            QuarterClosings closings,
            ReplaySteps replaySteps,
            Kpms kpms) {
        this.replays = replays;
        this.versions = versions;
        this.closings = closings;
        this.replaySteps = replaySteps;
        this.kpms = kpms;
    }

    static AreaScope scopeOf(String areaCode) {
        return AreaScope.of(List.of(areaCode == null ? WHOLE_COUNTRY : areaCode));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<UUID> next(Job job, Optional<UUID> after, int limit) {
        PolicyReplay replay = replays.find(job.jobId()).orElseThrow();
        return closings.families(scopeOf(replay.areaCode()), after.orElse(null), limit);
    }

    @Override
    public void apply(Job job, List<UUID> kpmIds) {
        begin(job, kpmIds).run();
    }

    @Override
    public boolean mayOverlap() {
        return true;
    }

    /**
     * Writes what changes for each family, and leaves the sums: all chunks add to the same ones.
     */
    @Override
    public Runnable begin(Job job, List<UUID> kpmIds) {
        PolicyReplay replay = replays.find(job.jobId()).orElseThrow();
        PolicyVersion version = versions.find(replay.versionId()).orElseThrow();
        Map<UUID, List<StepChange>> changes = replaySteps.of(version, replay.range(), kpmIds);
        Map<UUID, String> villages = kpms.villagesOf(changes.keySet());
        List<FamilyChange> rows = new ArrayList<>();
        changes.forEach(
                (kpmId, ofFamily) ->
                        ofFamily.forEach(
                                change ->
                                        rows.add(
                                                new FamilyChange(
                                                        kpmId, villages.get(kpmId), change))));
        replays.addChanges(replay.replayId(), rows);
        return () -> replays.addToSums(replay.replayId(), rows);
    }

    @Override
    public int chunkItems() {
        return CHUNK_FAMILIES;
    }

    /** What it has found stays, and another replay begins from the start. */
    @Override
    public boolean endsWhenStopped() {
        return true;
    }
}
