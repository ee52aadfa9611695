package id.pkh.verification.appeal.rest;

import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** The family's objection to a step. */
public record AppealRequest(
        @NotNull UUID stepId, @FreeText @NotBlank @Size(max = 4000) String statement) {}
