package id.pkh.verification.decision;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import id.pkh.verification.decision.Matters.OpenMatter;
import id.pkh.verification.decision.domain.DecisionRule;
import id.pkh.verification.decision.domain.DraftStatus;
import id.pkh.verification.decision.domain.Measure;
import id.pkh.verification.decision.domain.MoneyEffect;
import id.pkh.verification.membership.MembershipProposals;
import id.pkh.verification.sanction.LockedFamilies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The first of two people prepares decisions. They have no effect until the second confirms. */
@ApplicationScoped
public class PrepareDraft {

    /** What is prepared, and by whom. */
    public record Command(
            List<UUID> stepIds,
            List<UUID> proposalIds,
            Measure measure,
            MoneyEffect effect,
            String reasonCode,
            String note,
            String officer,
            AreaScope areas) {}

    private final Matters matters;
    private final Drafts drafts;
    private final PresentState present;
    private final MembershipProposals proposals;
    private final LockedFamilies families;
    private final Clock clock;

    PrepareDraft(
            Matters matters,
            Drafts drafts,
            PresentState present,
            MembershipProposals proposals,
            LockedFamilies families,
            Clock clock) {
        this.matters = matters;
        this.drafts = drafts;
        this.present = present;
        this.proposals = proposals;
        this.families = families;
        this.clock = clock;
    }

    @Transactional
    public DecisionDraft handle(Command command) {
        refuseWrongItems(command);
        Set<UUID> kpmIds =
                matters.familiesOf(command.stepIds(), command.proposalIds(), command.areas());
        families.lock(kpmIds);
        Map<UUID, OpenMatter> open = matters.of(command.stepIds(), command.proposalIds());
        List<OpenMatter> inOrder =
                Stream.concat(command.stepIds().stream(), command.proposalIds().stream())
                        .map(open::get)
                        .toList();
        for (OpenMatter matter : inOrder) {
            DecisionRule.refusal(matter.matter(), command.measure(), command.effect())
                    .ifPresent(
                            code -> {
                                throw present.of(Refused.because(code), matter);
                            });
        }
        refuseWhatIsPrepared(inOrder);
        refuseUnknownReason(command);
        DecisionDraft draft = draft(command, inOrder);
        drafts.add(draft);
        return draft;
    }

    private static void refuseWrongItems(Command command) {
        int items = command.stepIds().size() + command.proposalIds().size();
        if (items < 1 || items > DecisionDraft.ITEMS_AT_MOST) {
            throw Refused.because("DRAFT_SIZE_INVALID")
                    .with("items", items)
                    .with("max_items", DecisionDraft.ITEMS_AT_MOST);
        }
        Set<UUID> seen = new HashSet<>();
        Stream.concat(command.stepIds().stream(), command.proposalIds().stream())
                .filter(id -> !seen.add(id))
                .findFirst()
                .ifPresent(
                        twice -> {
                            throw Refused.because("ITEM_TWICE").with("subject_id", twice);
                        });
    }

    private void refuseWhatIsPrepared(List<OpenMatter> matters) {
        drafts.openWith(matters.stream().map(OpenMatter::subjectId).toList()).entrySet().stream()
                .findFirst()
                .ifPresent(
                        prepared -> {
                            throw Refused.because("ALREADY_PREPARED")
                                    .with("subject_id", prepared.getKey())
                                    .with("draft_id", prepared.getValue());
                        });
    }

    private void refuseUnknownReason(Command command) {
        if (!proposals.isKnownReason(command.measure().name(), command.reasonCode())) {
            throw Refused.because("REASON_UNKNOWN").with("reason_code", command.reasonCode());
        }
    }

    private DecisionDraft draft(Command command, List<OpenMatter> matters) {
        List<DecisionDraft.Item> items = new ArrayList<>();
        for (OpenMatter matter : matters) {
            items.add(
                    new DecisionDraft.Item(
                            items.size() + 1,
                            matter.step() == null ? null : matter.subjectId(),
                            matter.proposal() == null ? null : matter.subjectId(),
                            matter.kpmId(),
                            null,
                            null,
                            null,
                            null));
        }
        return new DecisionDraft(
                UuidCreator.getTimeOrderedEpoch(),
                command.measure(),
                command.effect(),
                command.reasonCode(),
                command.note(),
                DraftHash.of(command, matters),
                DraftStatus.OPEN,
                command.officer(),
                clock.instant(),
                null,
                null,
                items);
    }
}
