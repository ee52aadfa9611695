package id.pkh.verification.status.rest;

import id.pkh.platform.web.FreeText;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ComplianceQuery", description = "Which families, which quarter, and what for.")
record ComplianceStatusQuery(
        @NotNull @Pattern(regexp = VerificationPeriod.QUARTER_TEXT) @Schema(description = "yyyy-Qn")
                String period,
        @NotNull
                @Size(min = 1, max = 200)
                @FreeText
                @Schema(description = "is logged with the request")
                String purpose,
        @NotNull @Size(min = 1, max = 1000) List<@NotNull UUID> kpmIds) {}
