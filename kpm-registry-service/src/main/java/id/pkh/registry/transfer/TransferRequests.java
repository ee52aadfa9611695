package id.pkh.registry.transfer;

import id.pkh.platform.web.FreeText;
import id.pkh.registry.transfer.domain.TransferCodes.CaretakerEvidence;
import id.pkh.registry.transfer.domain.TransferCodes.TransferReason;
import id.pkh.registry.transfer.domain.TransferCodes.TransferRejection;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people send about transfers of children. */
final class TransferRequests {

    private TransferRequests() {}

    @Schema(name = "TransferProposal", description = "A child lives with another family.")
    record Proposal(
            @NotNull @Schema(description = "the child, as a member of the first family")
                    UUID memberId,
            @NotNull @Schema(description = "the family in which it lived") UUID fromId,
            @NotNull @Min(1) @Schema(description = "as it was read") Long fromVersion,
            @NotNull @Schema(description = "the family in which it lives") UUID toId,
            @NotNull TransferReason reason,
            @NotNull @Schema(description = "of the caretaker of the first family")
                    CaretakerEvidence releasingEvidence,
            @NotNull @Schema(description = "of the caretaker of the other family")
                    CaretakerEvidence receivingEvidence,
            @NotNull
                    @FreeText
                    @NotBlank
                    @Size(max = 200)
                    @Schema(description = "where it is kept; no name and no number of a person")
                    String evidenceReference,
            @NotNull
                    @Schema(
                            description =
                                    "first day in the other family: the first of a month of this quarter, not"
                                            + " in the future")
                    LocalDate effectiveOn) {}

    @Schema(name = "TransferConfirmation", description = "The other family as it was read.")
    record Confirmation(@NotNull @Min(1) Long toVersion) {}

    @Schema(name = "TransferRefusal", description = "Why it is not confirmed.")
    record Rejected(@NotNull TransferRejection rejection) {}
}
