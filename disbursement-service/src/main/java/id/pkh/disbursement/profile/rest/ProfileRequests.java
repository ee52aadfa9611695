package id.pkh.disbursement.profile.rest;

import id.pkh.disbursement.bank.rest.BankCode;
import id.pkh.disbursement.reason.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The requests about profiles of banks. */
final class ProfileRequests {

    private ProfileRequests() {}

    @Schema(name = "BankProfileRequest", description = "A version of a bank's profile.")
    record EntryRequest(
            @NotNull @Pattern(regexp = BankCode.FORM) String bank,
            @NotNull @Schema(description = "Today or later") LocalDate validFrom,
            @NotNull @Valid ProfileBody content) {}

    @Schema(
            name = "ProfileConfirmationRequest",
            description = "The hash of the profile that was read.")
    record ConfirmationRequest(@NotNull @Pattern(regexp = "^[0-9a-f]{64}$") String sha256) {}

    @Schema(name = "ProfileReasonRequest", description = "Why the profile is not used.")
    record ReasonRequest(@Schema(required = true, maxLength = Reason.MAX_CHARS) String reason) {}
}
