package id.pkh.verification.replay.rest;

import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PolicyReplayRequest", description = "The past quarters that are replayed.")
record ReplayRequest(
        @NotNull @Pattern(regexp = VerificationPeriod.QUARTER_TEXT) @Schema(examples = "2025-Q3")
                String firstQuarter,
        @NotNull @Pattern(regexp = VerificationPeriod.QUARTER_TEXT) @Schema(examples = "2026-Q2")
                String lastQuarter,
        @Schema(nullable = true, description = "Left out for the whole country") String areaCode) {}
