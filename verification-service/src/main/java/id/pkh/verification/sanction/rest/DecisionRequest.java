package id.pkh.verification.sanction.rest;

import id.pkh.platform.web.FreeText;
import id.pkh.verification.sanction.domain.DecisionKind;
import id.pkh.verification.sanction.domain.MoneyEffect;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What an officer decides.
 *
 * @param effect HOLD or FORFEIT with SUSPEND; left out otherwise
 */
public record DecisionRequest(
        @NotNull DecisionKind decision,
        MoneyEffect effect,
        @FreeText @NotBlank @Size(max = 1000) String reason) {

    MoneyEffect effectOrNone() {
        return effect == null ? MoneyEffect.NONE : effect;
    }
}
