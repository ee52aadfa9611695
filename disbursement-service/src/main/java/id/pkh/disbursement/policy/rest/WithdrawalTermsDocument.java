package id.pkh.disbursement.policy.rest;

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

/** A version of the terms of withdrawals, as an officer enters it. */
@Schema(name = "WithdrawalTermsEntry", description = "When credited payments are looked at.")
public record WithdrawalTermsDocument(
        @NotBlank @Pattern(regexp = PolicyEntryResource.CODE) String policyCode,
        @NotNull @Schema(description = "First day of a month; cycles that begin on it or later")
                LocalDate validFrom,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String legalBasis,
        @Min(1)
                @Max(365)
                @Schema(description = "Days after the credit until no report is a finding")
                int daysUntilListed,
        @Min(2)
                @Max(730)
                @Schema(description = "Days after the credit until the payment is examined")
                int daysUntilExamined,
        @Min(0)
                @Max(100)
                @Schema(description = "How many reported withdrawals families are asked about")
                int callBackPercent)
        implements PolicyDocument {}
