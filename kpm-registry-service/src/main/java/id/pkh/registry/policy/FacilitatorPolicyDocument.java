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

/** A version of the policy of facilitators, as an officer enters it. */
@Schema(
        name = "FacilitatorPolicyEntry",
        description = "How many families a facilitator has, and how a village is handed over.")
record FacilitatorPolicyDocument(
        @NotBlank @Pattern(regexp = PolicyEntryResource.CODE) String policyCode,
        @NotNull @Schema(description = "First day of a month") LocalDate validFrom,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String legalBasis,
        @Min(1) @Max(5000) int familiesPerFacilitator,
        @Min(1) @Max(90) @Schema(description = "days before the first day of a successor")
                int noticeDays,
        @Min(1)
                @Max(90)
                @Schema(description = "days on which both act, unless a plan says otherwise")
                int overlapDays,
        @NotNull @Schema(description = "whether a facilitator needs an appointment on record")
                Boolean appointmentRequired)
        implements PolicyDocument {}
