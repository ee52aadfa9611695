package id.pkh.registry.policy;

import id.pkh.platform.policies.PolicyDocument;
import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the deadline of data updates, as an officer enters it. */
@Schema(name = "DataUpdateDeadlineEntry", description = "By when data updates are decided.")
record DataUpdateDeadlineDocument(
        @NotBlank @Pattern(regexp = PolicyEntryResource.CODE) String policyCode,
        @NotNull @Schema(description = "First day of a month; updates submitted on it or later")
                LocalDate validFrom,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String legalBasis,
        @Schema(description = "Days after the day of submission") @Min(1) @Max(60) int days,
        @Schema(description = "Day on which SIKS-NG closes the month") @Min(1) @Max(28)
                int monthClosesOn)
        implements PolicyDocument {}
