package id.pkh.verification.decision.rest;

import id.pkh.platform.web.FreeText;
import id.pkh.verification.decision.DecisionDraft;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the second officer confirms.
 *
 * @param hash of the draft as the officer has read it
 * @param exclusions items that are not confirmed; left out when there are none
 */
@Schema(name = "DecisionDraftConfirmation")
public record DraftConfirmationRequest(
        @NotBlank String hash,
        @Size(max = DecisionDraft.ITEMS_AT_MOST) List<@NotNull @Valid Exclusion> exclusions) {

    /**
     * An item that is not confirmed.
     *
     * @param subjectId the step or the proposal
     */
    @Schema(name = "DraftExclusion")
    public record Exclusion(
            @NotNull UUID subjectId, @FreeText @NotBlank @Size(max = 1000) String reason) {}

    Map<UUID, String> reasons() {
        Map<UUID, String> reasons = new LinkedHashMap<>();
        if (exclusions != null) {
            exclusions.forEach(each -> reasons.put(each.subjectId(), each.reason()));
        }
        return reasons;
    }
}
