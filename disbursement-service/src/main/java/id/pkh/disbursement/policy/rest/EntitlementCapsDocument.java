package id.pkh.disbursement.policy.rest;

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

/** A version of the limits of paid members, as an officer enters it. */
@Schema(name = "EntitlementCapsEntry", description = "How many members of a family are paid.")
public record EntitlementCapsDocument(
        @NotBlank @Pattern(regexp = PolicyEntryResource.CODE) String policyCode,
        @NotNull @Schema(description = "First day of a month; cycles that begin on it or later")
                LocalDate validFrom,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String legalBasis,
        @Min(1) @Max(20) int maxPaidMembers,
        @NotNull
                @Size(max = 20)
                @Schema(description = "Components that are not listed have no limit of their own")
                List<@NotNull @Valid LimitEntry> componentLimits)
        implements PolicyDocument {

    /** The limit of one component. */
    @Schema(
            name = "ComponentLimitEntry",
            description = "At most this many members are paid for it.")
    public record LimitEntry(@NotBlank String component, @Min(0) @Max(20) int maxPaid) {}
}
