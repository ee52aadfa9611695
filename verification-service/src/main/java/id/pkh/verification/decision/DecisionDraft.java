package id.pkh.verification.decision;

import id.pkh.verification.decision.domain.DraftStatus;
import id.pkh.verification.decision.domain.Measure;
import id.pkh.verification.decision.domain.MoneyEffect;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Decisions as one person prepares them: one measure for one proposal or for up to a thousand.
 * Another person reads them, excludes some if necessary, and confirms the others by the hash.
 *
 * @param closedBy who confirmed or withdrew it; null while it is open
 */
public record DecisionDraft(
        UUID draftId,
        Measure measure,
        MoneyEffect effect,
        String reasonCode,
        String note,
        String hash,
        DraftStatus status,
        String preparedBy,
        Instant preparedAt,
        String closedBy,
        Instant closedAt,
        List<Item> items) {

    public static final int ITEMS_AT_MOST = 1_000;

    /** What became of an item. */
    public enum Outcome {
        DECIDED,
        /** The second person did not confirm it. */
        EXCLUDED,
        /** It could not be decided any more when the draft was confirmed. */
        LEFT_OUT,
        /** The draft was withdrawn. */
        WITHDRAWN
    }

    /**
     * A step or a proposal.
     *
     * @param outcome null while the draft is open
     * @param refusalCode why it was left out; null otherwise
     * @param exclusionReason why it was excluded; null otherwise
     */
    public record Item(
            int itemNo,
            UUID stepId,
            UUID proposalId,
            UUID kpmId,
            Outcome outcome,
            String refusalCode,
            String exclusionReason,
            UUID decisionId) {

        public UUID subjectId() {
            return stepId == null ? proposalId : stepId;
        }
    }
}
