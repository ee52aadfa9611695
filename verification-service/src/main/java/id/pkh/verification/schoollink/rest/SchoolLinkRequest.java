package id.pkh.verification.schoollink.rest;

import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which school reports about which quarter. */
@Schema(name = "SchoolLinkRequest")
public record SchoolLinkRequest(
        @Schema(description = "NPSN") @NotNull @Pattern(regexp = "^\\d{8}$") String schoolId,
        @Schema(description = "yyyy-Qn") @NotNull @Pattern(regexp = VerificationPeriod.QUARTER_TEXT)
                String quarter) {}
