package id.pkh.verification.decision.rest;

import id.pkh.platform.web.FreeText;
import id.pkh.verification.decision.domain.LiftReason;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why an officer lifts a decision.
 *
 * @param reason CORRECTED_FACT and OFFICER_ERROR undo it; COMMITMENT_MET ends a suspension
 */
@Schema(name = "DecisionLiftRequest")
public record LiftRequest(
        @NotNull LiftReason reason, @FreeText @NotBlank @Size(max = 1000) String note) {}
