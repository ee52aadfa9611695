package id.pkh.verification.policy;

import id.pkh.platform.policies.PolicyDocument;
import id.pkh.platform.web.FreeText;
import id.pkh.verification.exemption.ExemptionScope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the reasons of exemptions, as an officer enters it. */
@Schema(name = "ExemptionReasonsEntry", description = "Every reason that may be used from then on.")
record ExemptionReasonsDocument(
        @NotBlank @Pattern(regexp = PolicyEntryResource.CODE) String policyCode,
        @NotNull @Schema(description = "First day of a month; exemptions recorded on it or later")
                LocalDate validFrom,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String legalBasis,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid ReasonEntry> reasons)
        implements PolicyDocument {

    /** One reason. */
    @Schema(name = "ExemptionReasonEntry", description = "A reason and what it may be used for.")
    record ReasonEntry(
            @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String reasonCode,
            @NotNull @Size(min = 1, max = 4) List<@NotNull ExemptionScope> scopes,
            @FreeText @NotBlank @Size(max = 200) @Schema(description = "In Indonesian")
                    String description) {}
}
