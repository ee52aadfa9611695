package id.pkh.verification.evidence.rest;

import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a decision is taken back. */
@Schema(name = "PupilWithdrawalRequest")
public record PupilWithdrawalRequest(@FreeText @NotBlank @Size(max = 1000) String reason) {}
