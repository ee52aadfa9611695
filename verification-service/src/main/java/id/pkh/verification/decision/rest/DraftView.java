package id.pkh.verification.decision.rest;

import id.pkh.verification.decision.DecisionDraft;
import id.pkh.verification.decision.domain.Measure;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A draft with its items; what became of each is set once the draft is closed. */
@Schema(name = "DecisionDraft")
public record DraftView(
        UUID draftId,
        @Schema(implementation = Measure.class) String measure,
        @Schema(enumeration = {"HOLD", "FORFEIT", "NONE"}) String effect,
        String reasonCode,
        String note,
        @Schema(description = "Names the content; the second officer confirms it") String hash,
        @Schema(enumeration = {"OPEN", "CONFIRMED", "WITHDRAWN"}) String status,
        String preparedBy,
        Instant preparedAt,
        @Schema(nullable = true) String closedBy,
        @Schema(nullable = true) Instant closedAt,
        List<ItemView> items) {

    /** A step or a proposal of a draft. */
    @Schema(name = "DecisionDraftItem")
    public record ItemView(
            @Schema(nullable = true) UUID stepId,
            @Schema(nullable = true) UUID proposalId,
            UUID kpmId,
            @Schema(
                            nullable = true,
                            enumeration = {"DECIDED", "EXCLUDED", "LEFT_OUT", "WITHDRAWN"})
                    String outcome,
            @Schema(nullable = true, description = "Why it was left out") String refusalCode,
            @Schema(nullable = true) String exclusionReason,
            @Schema(nullable = true) UUID decisionId) {}

    static DraftView of(DecisionDraft draft) {
        return new DraftView(
                draft.draftId(),
                draft.measure().name(),
                draft.effect().name(),
                draft.reasonCode(),
                draft.note(),
                draft.hash(),
                draft.status().name(),
                draft.preparedBy(),
                draft.preparedAt(),
                draft.closedBy(),
                draft.closedAt(),
                draft.items().stream()
                        .map(
                                item ->
                                        new ItemView(
                                                item.stepId(),
                                                item.proposalId(),
                                                item.kpmId(),
                                                item.outcome() == null
                                                        ? null
                                                        : item.outcome().name(),
                                                item.refusalCode(),
                                                item.exclusionReason(),
                                                item.decisionId()))
                        .toList());
    }
}
