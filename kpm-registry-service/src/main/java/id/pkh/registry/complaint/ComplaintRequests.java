package id.pkh.registry.complaint;

import id.pkh.platform.web.FreeText;
import id.pkh.registry.complaint.domain.ComplaintCodes.Channel;
import id.pkh.registry.complaint.domain.ComplaintCodes.Companion;
import id.pkh.registry.complaint.domain.ComplaintCodes.Outcome;
import id.pkh.registry.complaint.domain.ComplaintCodes.Priority;
import id.pkh.registry.complaint.domain.ComplaintCodes.RejectReason;
import id.pkh.registry.complaint.domain.ComplaintType;
import id.pkh.registry.complaint.domain.StepKind;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people send about complaints. */
final class ComplaintRequests {

    private static final int MAX_TEXT_CHARS = 2000;
    private static final int MAX_NOTE_CHARS = 1000;

    private ComplaintRequests() {}

    @Schema(name = "ComplaintLodging", description = "What is wrong for a family.")
    record Lodging(
            @NotNull UUID kpmId,
            @NotNull ComplaintType type,
            @Schema(description = "leave out for the least one of the type") Priority priority,
            @NotNull @Schema(description = "how it came to you") Channel channel,
            @Schema(description = "the member, where the type names one") UUID memberId,
            @Schema(description = "the facilitator or coordinator, where the type names a person")
                    UUID aboutFacilitatorId,
            @Schema(description = "the home visit at which it was said") UUID visitId,
            @FreeText @NotBlank @Size(max = MAX_TEXT_CHARS) String text) {

        Priority readPriority() {
            return priority == null ? type.leastPriority() : priority;
        }
    }

    @Schema(name = "ComplaintTaking", description = "The version that was read.")
    record Taking(@NotNull @Min(1) Integer version) {}

    @Schema(name = "ComplaintStepEntry", description = "What was done about a complaint.")
    record StepEntry(
            @NotNull StepKind kind,
            @NotNull @Schema(description = "not in the future, nor before the card's former step")
                    LocalDate takenOn,
            @NotNull @Schema(description = "who went with the family") Companion accompaniedBy,
            @FreeText
                    @Size(min = 1, max = 200)
                    @Schema(description = "such as the number of the letter of the police")
                    String reference,
            @Pattern(regexp = "[0-9]{4}")
                    @Schema(description = "last digits of the new card, never its number")
                    String cardLastDigits,
            @FreeText @Size(min = 1, max = MAX_NOTE_CHARS) String note) {}

    @Schema(name = "ComplaintFollowUp", description = "The outcome that its handler proposes.")
    record FollowUp(
            @NotNull @Min(1) Integer version,
            @NotNull Outcome outcome,
            @Schema(description = "for REJECTED") RejectReason reason,
            @FreeText @NotBlank @Size(max = MAX_NOTE_CHARS) String note) {}

    @Schema(name = "ComplaintClosure", description = "The proposed outcome is confirmed.")
    record Closure(
            @NotNull @Min(1) Integer version,
            @Schema(description = "day on which the family was told, where no message does it")
                    LocalDate familyToldOn) {}

    @Schema(name = "ComplaintReturn", description = "Why a proposed outcome is not confirmed.")
    record Return(
            @NotNull @Min(1) Integer version,
            @FreeText @NotBlank @Size(max = MAX_NOTE_CHARS) String note) {}

    @Schema(name = "ComplaintReopening", description = "Why the family does not agree.")
    record Reopening(
            @NotNull @Min(1) Integer version,
            @FreeText @NotBlank @Size(max = MAX_NOTE_CHARS) String note) {}
}
