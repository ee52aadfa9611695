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

/** A version of the policy of graduations, as an officer enters it. */
@Schema(name = "GraduationPolicyEntry", description = "When a family counts as ready to leave.")
record GraduationPolicyDocument(
        @NotBlank @Pattern(regexp = PolicyEntryResource.CODE) String policyCode,
        @NotNull @Schema(description = "First day of a month") LocalDate validFrom,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String legalBasis,
        @Schema(description = "Days before the end of the last component") @Min(0) @Max(366)
                int naturalDays,
        @Schema(description = "Days for which a visit counts") @Min(1) @Max(366) int visitDays,
        @Schema(description = "Full years in the programme") @Min(1) @Max(20) int membershipYears)
        implements PolicyDocument {}
