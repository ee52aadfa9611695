package id.pkh.verification.appeal.rest;

import id.pkh.platform.web.FreeText;
import id.pkh.verification.appeal.AppealOutcome;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What an officer decides on an appeal. */
public record AppealDecisionRequest(
        @NotNull AppealOutcome decision, @FreeText @NotBlank @Size(max = 1000) String reason) {}
