package id.pkh.verification.decision;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.verification.decision.DecisionDraft.Item;
import id.pkh.verification.decision.DecisionDraft.Outcome;
import id.pkh.verification.decision.Matters.OpenMatter;
import id.pkh.verification.decision.domain.DecisionRule;
import id.pkh.verification.decision.domain.DraftStatus;
import id.pkh.verification.decision.domain.Measure;
import id.pkh.verification.sanction.LockedFamilies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The second of two people confirms a draft as they read it, perhaps without some of its items.
 * What cannot be decided any more is left out visibly; the others are decided. Nothing else ever
 * changes a family's money or membership.
 */
@ApplicationScoped
public class ConfirmDraft {

    /**
     * @param hash of the draft that the officer has read
     * @param exclusions reasons by step or proposal
     */
    public record Command(
            UUID draftId,
            String hash,
            Map<UUID, String> exclusions,
            String officer,
            AreaScope areas) {}

    private final Drafts drafts;
    private final Matters matters;
    private final Decisions decisions;
    private final LockedFamilies families;
    private final Clock clock;

    ConfirmDraft(
            Drafts drafts,
            Matters matters,
            Decisions decisions,
            LockedFamilies families,
            Clock clock) {
        this.drafts = drafts;
        this.matters = matters;
        this.decisions = decisions;
        this.families = families;
        this.clock = clock;
    }

    @Transactional
    public DecisionDraft handle(Command command) {
        DecisionDraft seen =
                drafts.find(command.draftId()).orElseThrow(() -> Refused.because("NOT_FOUND"));
        List<UUID> stepIds = idsOf(seen, Item::stepId);
        List<UUID> proposalIds = idsOf(seen, Item::proposalId);
        LockedFamilies.Events events =
                families.lock(matters.familiesOf(stepIds, proposalIds, command.areas()));
        DecisionDraft draft = drafts.find(command.draftId()).orElseThrow();
        DraftRule.requireOpen(draft);
        Map<UUID, OpenMatter> open = matters.of(stepIds, proposalIds);
        refuse(command, draft, open);

        Instant now = clock.instant();
        List<Decision> taken = new ArrayList<>();
        List<Item> settled = new ArrayList<>();
        for (Item item : draft.items()) {
            OpenMatter matter = open.get(item.subjectId());
            String exclusion = command.exclusions().get(item.subjectId());
            Optional<String> refusal =
                    DecisionRule.refusal(matter.matter(), draft.measure(), draft.effect());
            if (exclusion != null) {
                settled.add(settled(item, Outcome.EXCLUDED, null, exclusion, null));
            } else if (refusal.isPresent()) {
                settled.add(settled(item, Outcome.LEFT_OUT, refusal.get(), null, null));
            } else {
                Decision decision = decision(draft, matter, command.officer(), now);
                taken.add(decision);
                settled.add(settled(item, Outcome.DECIDED, null, null, decision.decisionId()));
                events.add(
                        decision.kpmId(),
                        matter.step() == null
                                ? DecisionEvents.decided(
                                        decision, matter.proposal(), matter.villageCode())
                                : DecisionEvents.decided(
                                        decision, matter.step(), matter.villageCode()));
            }
        }
        drafts.close(draft.draftId(), DraftStatus.CONFIRMED, command.officer(), now);
        decisions.add(taken);
        drafts.settle(draft.draftId(), settled);
        events.publish();
        return drafts.find(draft.draftId()).orElseThrow();
    }

    private static void refuse(Command command, DecisionDraft draft, Map<UUID, OpenMatter> open) {
        if (!draft.hash().equals(command.hash())) {
            throw Refused.because("DRAFT_HASH_DIFFERS").with("draft_id", draft.draftId());
        }
        Set<UUID> unknown = new HashSet<>(command.exclusions().keySet());
        unknown.removeAll(open.keySet());
        if (!unknown.isEmpty()) {
            throw Refused.because("EXCLUSION_UNKNOWN")
                    .with("subject_id", unknown.iterator().next());
        }
        Set<String> witnesses =
                open.values().stream()
                        .filter(each -> !command.exclusions().containsKey(each.subjectId()))
                        .flatMap(each -> each.witnesses().stream())
                        .collect(Collectors.toSet());
        DecisionRule.refusalToConfirm(draft.preparedBy(), witnesses, command.officer())
                .ifPresent(
                        code -> {
                            throw Refused.because(code).with("draft_id", draft.draftId());
                        });
    }

    private static Decision decision(
            DecisionDraft draft, OpenMatter matter, String officer, Instant now) {
        LocalDate today = BusinessDates.on(now);
        LocalDate earliest = matter.earliestDay();
        boolean isAtOnce = draft.measure() == Measure.REINSTATE && earliest.isBefore(today);
        return new Decision(
                UuidCreator.getTimeOrderedEpoch(),
                matter.step() == null ? null : matter.subjectId(),
                matter.step() == null ? null : matter.step().due().step(),
                matter.proposal() == null ? null : matter.subjectId(),
                matter.kpmId(),
                draft.measure(),
                draft.effect(),
                // nothing is paid for the time away
                isAtOnce ? today : earliest,
                draft.reasonCode(),
                draft.note(),
                draft.preparedBy(),
                officer,
                today,
                now,
                draft.draftId(),
                false,
                null,
                null,
                false,
                null,
                null);
    }

    private static Item settled(
            Item item, Outcome outcome, String refusal, String exclusion, UUID decisionId) {
        return new Item(
                item.itemNo(),
                item.stepId(),
                item.proposalId(),
                item.kpmId(),
                outcome,
                refusal,
                exclusion,
                decisionId);
    }

    private static List<UUID> idsOf(
            DecisionDraft draft, java.util.function.Function<Item, UUID> which) {
        return draft.items().stream().map(which).filter(Objects::nonNull).toList();
    }
}
