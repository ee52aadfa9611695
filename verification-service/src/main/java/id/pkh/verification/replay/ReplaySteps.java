package id.pkh.verification.replay;

import id.pkh.platform.policies.PolicyVersion;
import id.pkh.verification.policy.DraftPolicies;
import id.pkh.verification.replay.domain.ReplayRange;
import id.pkh.verification.replay.domain.ReplayRule;
import id.pkh.verification.replay.domain.ReplayRule.Side;
import id.pkh.verification.replay.domain.StepChange;
import id.pkh.verification.sanction.Ladders;
import id.pkh.verification.sanction.domain.CauseHistory;
import id.pkh.verification.sanction.domain.SanctionLadder;
import id.pkh.verification.sanction.domain.SanctionLadders;
import id.pkh.verification.signal.SignalCollector;
import id.pkh.verification.signal.SignalSource;
import id.pkh.verification.signal.domain.Cause;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Derives the steps of families twice, with the present policies and with a draft, by the same
 * rules that issue steps. Facts are read for many families at once, and nothing is written.
 */
@ApplicationScoped
class ReplaySteps {

    private final List<SignalSource> sources;
    private final Ladders ladders;
    private final ReplayCommitments replayCommitments;
    private final DraftPolicies drafts;

    ReplaySteps(
            @All List<SignalSource> sources,
            Ladders ladders,
            ReplayCommitments replayCommitments,
            DraftPolicies drafts) {
        this.sources = sources;
        this.ladders = ladders;
        this.replayCommitments = replayCommitments;
        this.drafts = drafts;
    }

    /** The facts of families on both sides, and the ladders that judge them. */
    private record Comparison(
            Set<Cause> causes,
            SignalCollector factsBefore,
            SignalCollector factsAfter,
            SanctionLadders laddersBefore,
            SanctionLadders laddersAfter) {

        List<StepChange> changesOf(UUID kpmId, ReplayRange range) {
            return causes.stream()
                    .flatMap(cause -> changesOf(kpmId, cause, range).stream())
                    .toList();
        }

        private List<StepChange> changesOf(UUID kpmId, Cause cause, ReplayRange range) {
            return ReplayRule.changes(
                    new Side(CauseHistory.of(cause, factsBefore.of(kpmId, cause)), laddersBefore),
                    new Side(CauseHistory.of(cause, factsAfter.of(kpmId, cause)), laddersAfter),
                    range);
        }
    }

    /** The changes of families that have any. */
    Map<UUID, List<StepChange>> of(
            PolicyVersion version, ReplayRange range, Collection<UUID> kpmIds) {
        Comparison comparison =
                drafts.ladder(version, range.firstDay())
                        .map(draft -> ofLadder(draft, kpmIds))
                        .orElseGet(() -> ofCommitments(version, range, kpmIds));
        Map<UUID, List<StepChange>> changes = new HashMap<>();
        for (UUID kpmId : kpmIds) {
            List<StepChange> ofFamily = comparison.changesOf(kpmId, range);
            if (!ofFamily.isEmpty()) {
                changes.put(kpmId, ofFamily);
            }
        }
        return changes;
    }

    private Comparison ofLadder(SanctionLadder draft, Collection<UUID> kpmIds) {
        Set<Cause> causes = EnumSet.allOf(Cause.class);
        SignalCollector facts = new SignalCollector(causes);
        sources.forEach(source -> source.contribute(kpmIds, causes, facts));
        SanctionLadders present = ladders.all();
        return new Comparison(causes, facts, facts, present, present.asIf(draft));
    }

    private Comparison ofCommitments(
            PolicyVersion version, ReplayRange range, Collection<UUID> kpmIds) {
        Set<Cause> causes = Cause.OF_COMMITMENTS;
        SignalCollector before = new SignalCollector(causes);
        SignalCollector after = new SignalCollector(causes);
        for (SignalSource source : sources) {
            if (!source.dependsOnCommitmentPolicy()) {
                source.contribute(kpmIds, causes, before);
                source.contribute(kpmIds, causes, after);
            }
        }
        SignalCollector assessed = new SignalCollector(causes);
        sources.stream()
                .filter(SignalSource::dependsOnCommitmentPolicy)
                .forEach(source -> source.contribute(kpmIds, causes, assessed));
        replayCommitments.contribute(
                drafts.commitments(version, range.firstDay()).orElseThrow(),
                range,
                kpmIds,
                assessed,
                before,
                after);
        SanctionLadders present = ladders.all();
        return new Comparison(causes, before, after, present, present);
    }
}
