package id.pkh.verification.decision;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import id.pkh.verification.decision.DecisionDraft.Item;
import id.pkh.verification.decision.DecisionDraft.Outcome;
import id.pkh.verification.decision.domain.DraftStatus;
import id.pkh.verification.sanction.LockedFamilies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** A draft is taken back, or rejected as a whole; its proposals can be put into another one. */
@ApplicationScoped
public class WithdrawDraft {

    private final Drafts drafts;
    private final LockedFamilies families;
    private final Clock clock;

    WithdrawDraft(Drafts drafts, LockedFamilies families, Clock clock) {
        this.drafts = drafts;
        this.families = families;
        this.clock = clock;
    }

    @Transactional
    public DecisionDraft handle(UUID draftId, String officer, AreaScope areas) {
        DecisionDraft seen =
                drafts.find(draftId, areas).orElseThrow(() -> Refused.because("NOT_FOUND"));
        families.lock(seen.items().stream().map(Item::kpmId).distinct().toList());
        DecisionDraft draft = drafts.find(draftId).orElseThrow();
        DraftRule.requireOpen(draft);
        drafts.close(draftId, DraftStatus.WITHDRAWN, officer, clock.instant());
        List<Item> settled =
                draft.items().stream()
                        .map(
                                item ->
                                        new Item(
                                                item.itemNo(),
                                                item.stepId(),
                                                item.proposalId(),
                                                item.kpmId(),
                                                Outcome.WITHDRAWN,
                                                null,
                                                null,
                                                null))
                        .toList();
        drafts.settle(draftId, settled);
        return drafts.find(draftId).orElseThrow();
    }
}
