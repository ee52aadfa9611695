package id.pkh.verification.sanction.rest;

import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an officer ends a suspension. */
public record LiftRequest(@FreeText @NotBlank @Size(max = 1000) String reason) {}
