package id.pkh.verification.decision.rest;

import id.pkh.platform.web.FreeText;
import id.pkh.verification.decision.DecisionDraft;
import id.pkh.verification.decision.domain.Measure;
import id.pkh.verification.decision.domain.MoneyEffect;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Decisions that an officer prepares: the same measure for each step and proposal.
 *
 * @param effect HOLD or FORFEIT with SUSPEND; left out otherwise
 */
@Schema(name = "DecisionDraftRequest")
public record DraftRequest(
        @Size(max = DecisionDraft.ITEMS_AT_MOST) List<@NotNull UUID> stepIds,
        @Size(max = DecisionDraft.ITEMS_AT_MOST) List<@NotNull UUID> proposalIds,
        @NotNull Measure measure,
        MoneyEffect effect,
        @FreeText @NotBlank @Size(max = 50) String reasonCode,
        @FreeText @NotBlank @Size(max = 1000) String note) {

    public DraftRequest {
        stepIds = stepIds == null ? List.of() : stepIds;
        proposalIds = proposalIds == null ? List.of() : proposalIds;
    }

    MoneyEffect effectOrNone() {
        return effect == null ? MoneyEffect.NONE : effect;
    }
}
