package id.pkh.registry.complaint;

import id.pkh.registry.complaint.domain.ComplaintCodes.Category;
import id.pkh.registry.complaint.domain.ComplaintCodes.Channel;
import id.pkh.registry.complaint.domain.ComplaintCodes.Companion;
import id.pkh.registry.complaint.domain.ComplaintCodes.Outcome;
import id.pkh.registry.complaint.domain.ComplaintCodes.Priority;
import id.pkh.registry.complaint.domain.ComplaintCodes.RejectReason;
import id.pkh.registry.complaint.domain.ComplaintState;
import id.pkh.registry.complaint.domain.ComplaintType;
import id.pkh.registry.complaint.domain.HandlingLevel;
import id.pkh.registry.complaint.domain.StepKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Complaint", description = "A complaint for a family, and where it is.")
record ComplaintView(
        UUID complaintId,
        UUID kpmId,
        String villageCode,
        ComplaintType type,
        Category category,
        Priority priority,
        Channel channel,
        @Schema(nullable = true) UUID memberId,
        @Schema(nullable = true, description = "the person whom it is about")
                UUID aboutFacilitatorId,
        @Schema(nullable = true) UUID visitId,
        ComplaintState state,
        @Schema(description = "the level that has it") HandlingLevel level,
        @Schema(description = "send it with the next act") int version,
        @Schema(description = "1, and one more each time it was opened again") int round,
        @Schema(description = "the day by which the level settles it") LocalDate dueOn,
        boolean overdue,
        @Schema(nullable = true, description = "who took it") String handler,
        @Schema(nullable = true, description = "proposed, or confirmed when it is closed")
                Outcome outcome,
        @Schema(nullable = true) RejectReason reason,
        @Schema(nullable = true, description = "who proposed the outcome") String followedUpBy,
        @Schema(nullable = true, description = "who confirmed it") String closedBy,
        @Schema(nullable = true) LocalDate familyToldOn,
        String lodgedBy,
        Instant lodgedAt,
        @Schema(nullable = true, description = "shown when one complaint is read") String text,
        @Schema(
                        nullable = true,
                        description = "steps of the card that can come next; null in a list")
                List<StepKind> nextSteps,
        @Schema(nullable = true, description = "null in a list") List<StepView> steps,
        @Schema(nullable = true, description = "null in a list") List<ActView> history) {

    @Schema(name = "ComplaintStep", description = "What was done about a complaint.")
    record StepView(
            int stepNo,
            int round,
            StepKind kind,
            LocalDate takenOn,
            Companion accompaniedBy,
            @Schema(nullable = true) String reference,
            @Schema(nullable = true) String cardLastDigits,
            @Schema(nullable = true) String note,
            String recordedBy,
            Instant recordedAt) {}

    @Schema(name = "ComplaintAct", description = "What a person did with a complaint.")
    record ActView(
            int actNo,
            @Schema(
                            enumeration = {
                                "LODGED",
                                "TAKEN",
                                "FOLLOWED_UP",
                                "RETURNED",
                                "CLOSED",
                                "REOPENED",
                                "ESCALATED"
                            })
                    String act,
            @Schema(description = "the level that has it then") HandlingLevel level,
            String actedBy,
            Instant actedAt,
            @Schema(nullable = true) Outcome outcome,
            @Schema(nullable = true) RejectReason reason,
            @Schema(nullable = true) String note) {}
}
