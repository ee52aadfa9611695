package id.pkh.disbursement.policy.rest;

import id.pkh.disbursement.bank.rest.BankCode;
import id.pkh.disbursement.exceptions.domain.ExceptionClass;
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

/** A version of the terms of reconciliation, as an officer enters it. */
@Schema(
        name = "ReconciliationTermsEntry",
        description = "By when exceptions are settled, and how long banks may take to respond.")
public record ReconciliationTermsDocument(
        @NotBlank @Pattern(regexp = PolicyEntryResource.CODE) String policyCode,
        @NotNull @Schema(description = "First day of a month; exceptions found on it or later")
                LocalDate validFrom,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String legalBasis,
        @Min(1)
                @Max(365)
                @Schema(
                        description =
                                "An account that was confirmed so many days before a cycle, or"
                                        + " fewer, is a finding")
                int accountChangedDays,
        @NotNull @Size(max = 50) @Schema(description = "Every class of exceptions")
                List<@NotNull @Valid ExceptionDaysEntry> exceptionDays,
        @NotNull
                @Size(max = 50)
                @Schema(
                        description =
                                "A bank that is not listed has the time of the setting of the"
                                        + " service")
                List<@NotNull @Valid BankDaysEntry> bankDays)
        implements PolicyDocument {

    /** The days of one class of exceptions. */
    @Schema(
            name = "ExceptionDaysEntry",
            description = "An exception of the class is to be settled within these days.")
    public record ExceptionDaysEntry(
            @NotNull ExceptionClass exceptionClass, @Min(1) @Max(365) int days) {}

    /** The days of one bank. */
    @Schema(name = "BankDaysEntry", description = "The bank responds within these days.")
    public record BankDaysEntry(
            @NotBlank @Pattern(regexp = BankCode.FORM) String bank, @Min(1) @Max(90) int days) {}
}
