package id.pkh.verification.decision;

import id.pkh.platform.web.Refused;
import id.pkh.verification.decision.domain.DraftStatus;

/** A draft is closed once. */
final class DraftRule {

    private DraftRule() {}

    static void requireOpen(DecisionDraft draft) {
        if (draft.status() != DraftStatus.OPEN) {
            throw Refused.because("DRAFT_CLOSED")
                    .with("status", draft.status().name())
                    .with("closed_at", draft.closedAt());
        }
    }
}
