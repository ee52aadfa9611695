package id.pkh.registry.merge;

import id.pkh.platform.web.FreeText;
import id.pkh.registry.merge.domain.MergeCodes.MergeEvidence;
import id.pkh.registry.merge.domain.MergeCodes.MergeRejectionReason;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people send about merges. */
final class MergeRequests {

    private MergeRequests() {}

    @Schema(name = "MergeProposal", description = "Which of two families stays, and why.")
    record Proposal(
            @NotNull @Schema(description = "the family that stays as it is") UUID survivorId,
            @NotNull @Min(1) @Schema(description = "as it was read") Long survivorVersion,
            @NotNull @Schema(description = "the family that leaves the programme") UUID endedId,
            @NotNull @Min(1) @Schema(description = "as it was read") Long endedVersion,
            @NotNull @Schema(description = "what was seen") MergeEvidence evidence,
            @NotNull
                    @FreeText
                    @NotBlank
                    @Size(max = 200)
                    @Schema(description = "where it is kept; no name and no number of a person")
                    String evidenceReference,
            @NotNull @Schema(description = "first day on which the family would be no member")
                    LocalDate effectiveOn) {}

    @Schema(name = "MergeVersion", description = "The version that was read.")
    record Version(@NotNull @Min(1) Integer version) {}

    @Schema(name = "MergeRejection", description = "Why it is not confirmed.")
    record Rejected(@NotNull @Min(1) Integer version, @NotNull MergeRejectionReason rejection) {}
}
