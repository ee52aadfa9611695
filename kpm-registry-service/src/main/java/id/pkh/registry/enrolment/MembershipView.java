package id.pkh.registry.enrolment;

import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.family.domain.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Membership", description = "Why a family has its status.")
public record MembershipView(
        UUID kpmId,
        KpmStatus status,
        @Schema(description = "status apart from the decisions against the family")
                KpmStatus baseStatus,
        @Schema(description = "decisions against the family, ended ones too; the oldest first")
                List<DecisionView> decisions,
        @Schema(description = "how the family came back after it had left")
                List<ReinstatementView> reinstatements,
        @Schema(
                        description =
                                "members who joined another family: this one had left, or they were transferred")
                List<FormerMemberView> formerMembers,
        @Schema(
                        nullable = true,
                        description = "the family for which this one ended, as a duplicate")
                UUID mergedInto,
        @Schema(description = "every change of the status, the oldest first")
                List<StatusChangeView> history) {

    @Schema(name = "MembershipDecision", description = "A decision, as far as it is known here.")
    public record DecisionView(
            UUID decisionId,
            Measure measure,
            @Schema(description = "whether it counts for the status now") boolean isInEffect,
            @Schema(description = "whether an open appeal stays it") boolean isStayed,
            @Schema(description = "whether an officer decided it in this service, in former times")
                    boolean isOfOfficer,
            @Schema(nullable = true) LocalDate takenOn,
            @Schema(nullable = true) String preparedBy,
            @Schema(nullable = true) String decidedBy,
            @Schema(nullable = true, description = "null until the notice was delivered")
                    LocalDate inEffectFrom,
            @Schema(nullable = true) LocalDate liftedOn,
            @Schema(nullable = true) String liftReason,
            @Schema(nullable = true) String liftedBy) {}

    @Schema(name = "Reinstatement", description = "A family that had left came back.")
    public record ReinstatementView(
            UUID decisionId,
            LocalDate effectiveFrom,
            String reason,
            String preparedBy,
            String decidedBy) {}

    @Schema(name = "FormerMember", description = "A person who is in another family now.")
    public record FormerMemberView(UUID memberId, LocalDate since) {}

    @Schema(name = "StatusChange", description = "A change of the status.")
    public record StatusChangeView(
            @Schema(nullable = true, description = "null when the family was registered")
                    KpmStatus oldStatus,
            KpmStatus newStatus,
            String reason,
            @Schema(nullable = true, description = "decision behind it, if any") UUID decisionId,
            LocalDate effectiveOn,
            String decidedBy,
            Instant recordedAt) {}
}
