package id.pkh.verification.decision.rest;

import id.pkh.verification.decision.DecisionDraft;
import id.pkh.verification.decision.domain.Measure;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A draft in a list, with the number of its items. */
@Schema(name = "DecisionDraftSummary")
public record DraftSummaryView(
        UUID draftId,
        @Schema(implementation = Measure.class) String measure,
        @Schema(enumeration = {"HOLD", "FORFEIT", "NONE"}) String effect,
        String reasonCode,
        @Schema(enumeration = {"OPEN", "CONFIRMED", "WITHDRAWN"}) String status,
        String preparedBy,
        Instant preparedAt,
        int items) {

    static DraftSummaryView of(DecisionDraft draft, int items) {
        return new DraftSummaryView(
                draft.draftId(),
                draft.measure().name(),
                draft.effect().name(),
                draft.reasonCode(),
                draft.status().name(),
                draft.preparedBy(),
                draft.preparedAt(),
                items);
    }
}
