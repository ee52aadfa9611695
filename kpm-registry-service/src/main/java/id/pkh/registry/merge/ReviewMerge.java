package id.pkh.registry.merge;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.client.ExitProposals;
import id.pkh.registry.client.ExitProposals.Exit;
import id.pkh.registry.duplicate.SettleDuplicate;
import id.pkh.registry.family.Families;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.merge.FamilyMerges.MergeRow;
import id.pkh.registry.merge.FamilyMerges.Next;
import id.pkh.registry.merge.domain.MergeCodes.MergeRejectionReason;
import id.pkh.registry.merge.domain.MergeCodes.OpenWork;
import id.pkh.registry.merge.domain.MergeRule;
import id.pkh.registry.merge.domain.MergeState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Another person confirms a merge. It becomes a proposal in the verification service that one
 * family leaves, in the name of that person; only there it is decided.
 */
@ApplicationScoped
class ReviewMerge {

    private final Families families;
    private final FamilyMerges merges;
    private final ExitProposals exits;
    private final SettleDuplicate duplicates;
    private final CallerAreas areas;
    private final Caller caller;
    private final Clock clock;

    ReviewMerge(
            Families families,
            FamilyMerges merges,
            ExitProposals exits,
            SettleDuplicate duplicates,
            CallerAreas areas,
            Caller caller,
            Clock clock) {
        this.families = families;
        this.merges = merges;
        this.exits = exits;
        this.duplicates = duplicates;
        this.areas = areas;
        this.caller = caller;
        this.clock = clock;
    }

    /** The families and the row stay locked while the other service answers. */
    @Transactional
    void accept(UUID id, int version) {
        MergeRow row = toReview(id, version, MergeState.FORWARDED);
        UUID proposal = exits.propose(exitAsProposed(row), "MERGE_NOT_TAKEN");
        become(row, new Next(MergeState.FORWARDED, null, caller.subject(), proposal, null));
    }

    @Transactional
    void reject(UUID id, int version, MergeRejectionReason why) {
        MergeRow row = toReview(id, version, MergeState.REJECTED);
        become(row, new Next(MergeState.REJECTED, why, caller.subject(), null, null));
    }

    /** As long as nobody has confirmed it. */
    @Transactional
    void withdraw(UUID id, int version) {
        MergeRow row = read(id, version);
        if (row.state() != MergeState.PROPOSED) {
            throw notOpen(row);
        }
        become(row, new Next(MergeState.WITHDRAWN, null, null, null, null));
    }

    /** What was proposed about two families is confirmed about the same two, as they were read. */
    private Exit exitAsProposed(MergeRow row) {
        Map<UUID, Family> both =
                families.lockAll(List.of(), List.of(row.survivorKpm(), row.endedKpm())).stream()
                        .collect(Collectors.toMap(Family::id, Function.identity()));
        Family survivor = unchanged(both.get(row.survivorKpm()), row.survivorVersion());
        Family ended = unchanged(both.get(row.endedKpm()), row.endedVersion());
        if (duplicates.isNotTheSame(survivor.id(), ended.id())) {
            throw Refused.because("MERGE_NOT_THE_SAME");
        }
        ProposeMerge.requireNothingOpen(merges.openWork(ended.id()));
        if (exits.hasOpenAppeal(ended.id())) {
            ProposeMerge.requireNothingOpen(List.of(OpenWork.APPEAL_OPEN));
        }
        return MergeRule.exitOf(ended.status(), survivor.status())
                .map(
                        by ->
                                new Exit(
                                        ended.id(),
                                        by.name(),
                                        by.reason(),
                                        "merge %s, family %s stays"
                                                .formatted(row.mergeId(), survivor.id()),
                                        row.effectiveOn()))
                .orElseThrow(() -> ProposeMerge.statusDoesNotFit(survivor, ended));
    }

    private static Family unchanged(Family family, long version) {
        if (family.version() != version) {
            throw ProposeMerge.changed(family);
        }
        return family;
    }

    private void become(MergeRow row, Next next) {
        merges.become(row, next, caller.subject(), clock.instant());
    }

    private MergeRow toReview(UUID id, int version, MergeState next) {
        MergeRow row = read(id, version);
        if (!row.state().canBecome(next)) {
            throw notOpen(row);
        }
        if (row.proposedBy().equals(caller.subject())) {
            throw Refused.because("MERGE_SAME_PERSON");
        }
        return row;
    }

    private MergeRow read(UUID id, int version) {
        MergeRow row =
                merges.lock("g.merge_id", id).orElseThrow(() -> Refused.because("NOT_FOUND"));
        areas.require(row.survivorVillage());
        areas.require(row.endedVillage());
        if (row.version() != version) {
            throw Refused.because("MERGE_VERSION_DIFFERS").with("version", row.version());
        }
        return row;
    }

    private static Refused notOpen(MergeRow row) {
        return Refused.because("MERGE_NOT_OPEN").with("state", row.state().name());
    }
}
