package id.pkh.disbursement.policy.rest;

import id.pkh.disbursement.entitlement.domain.BenefitRate;
import id.pkh.platform.policies.PolicyDocument;
import id.pkh.platform.web.FreeText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the benefit index, as an officer enters it. */
@Schema(name = "BenefitIndexEntry", description = "Every rate of the days that it covers.")
public record BenefitIndexDocument(
        @NotBlank @Pattern(regexp = PolicyEntryResource.CODE) String policyCode,
        @NotNull @Schema(description = "First day of a month; cycles that begin on it or later")
                LocalDate validFrom,
        @NotNull @Schema(description = "Last day of a month; the next index may begin earlier")
                LocalDate validUntil,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String legalBasis,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid RateEntry> rates)
        implements PolicyDocument {

    /** One rate. */
    @Schema(name = "BenefitRateEntry", description = "The amount of one year.")
    public record RateEntry(
            @NotBlank @Schema(description = "A component, or FAMILY for the family's own part")
                    String component,
            @NotNull BenefitRate.Basis basis,
            @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") @Schema(examples = "REGULAR")
                    String scheme,
            @Min(1) @Max(1_000_000_000) long annualIdr) {

        public String name() {
            return component + " " + basis + " " + scheme;
        }
    }
}
