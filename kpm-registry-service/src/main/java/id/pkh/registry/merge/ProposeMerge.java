package id.pkh.registry.merge;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.duplicate.SettleDuplicate;
import id.pkh.registry.family.Families;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.intake.UniqueViolations;
import id.pkh.registry.merge.FamilyMerges.NewMerge;
import id.pkh.registry.merge.MergeRequests.Proposal;
import id.pkh.registry.merge.domain.MergeCodes.OpenWork;
import id.pkh.registry.merge.domain.MergeRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A data administrator proposes that one of two families ends. Nothing changes by it. */
@ApplicationScoped
class ProposeMerge {

    private final Families families;
    private final FamilyMerges merges;
    private final SettleDuplicate duplicates;
    private final CallerAreas areas;
    private final Caller caller;
    private final Clock clock;

    ProposeMerge(
            Families families,
            FamilyMerges merges,
            SettleDuplicate duplicates,
            CallerAreas areas,
            Caller caller,
            Clock clock) {
        this.families = families;
        this.merges = merges;
        this.duplicates = duplicates;
        this.areas = areas;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    UUID handle(Proposal proposal) {
        if (proposal.survivorId().equals(proposal.endedId())) {
            throw Refused.because("MERGE_SAME_FAMILY");
        }
        Map<UUID, Family> both =
                families
                        .lockAll(List.of(), List.of(proposal.survivorId(), proposal.endedId()))
                        .stream()
                        .collect(Collectors.toMap(Family::id, Function.identity()));
        Family survivor = inArea(both, proposal.survivorId(), proposal.survivorVersion());
        Family ended = inArea(both, proposal.endedId(), proposal.endedVersion());
        Instant now = clock.instant();
        requirePossible(proposal, survivor, ended, now);
        NewMerge merge =
                new NewMerge(
                        UuidCreator.getTimeOrderedEpoch(),
                        survivor.id(),
                        survivor.version(),
                        ended.id(),
                        ended.version(),
                        ended.details().groupCode(),
                        proposal.evidence(),
                        proposal.evidenceReference(),
                        proposal.effectiveOn(),
                        caller.subject(),
                        now);
        UniqueViolations.refuseOn(() -> merges.insert(merge));
        return merge.id();
    }

    /** Whoever decides on both families sees both, and as they are now. */
    private Family inArea(Map<UUID, Family> both, UUID id, long version) {
        Family family = both.get(id);
        if (family == null) {
            throw Refused.because("NOT_FOUND");
        }
        areas.require(family.details().villageCode());
        if (family.version() != version) {
            throw changed(family);
        }
        return family;
    }

    private void requirePossible(Proposal proposal, Family survivor, Family ended, Instant now) {
        if (!MergeRule.isPossible(proposal.effectiveOn(), BusinessDates.on(now))) {
            throw Refused.because("MERGE_DAY_INVALID");
        }
        if (MergeRule.exitOf(ended.status(), survivor.status()).isEmpty()) {
            throw statusDoesNotFit(survivor, ended);
        }
        if (duplicates.isNotTheSame(survivor.id(), ended.id())) {
            throw Refused.because("MERGE_NOT_THE_SAME");
        }
        if (merges.isInAnotherMerge(survivor.id(), ended.id())) {
            throw Refused.because("MERGE_CHAIN");
        }
        requireNothingOpen(merges.openWork(ended.id()));
    }

    static void requireNothingOpen(List<OpenWork> open) {
        if (!open.isEmpty()) {
            throw Refused.because("MERGE_OPEN_WORK")
                    .with(
                            "open",
                            open.stream().map(OpenWork::name).collect(Collectors.joining(", ")));
        }
    }

    static Refused statusDoesNotFit(Family survivor, Family ended) {
        return Refused.because("MERGE_STATUS_DOES_NOT_FIT")
                .with("survivor", survivor.status().name())
                .with("ended", ended.status().name());
    }

    static Refused changed(Family family) {
        return Refused.because("MERGE_FAMILY_CHANGED")
                .with("kpm_id", family.id())
                .with("version", family.version());
    }
}
