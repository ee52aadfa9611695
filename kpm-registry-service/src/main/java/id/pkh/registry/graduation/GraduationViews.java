package id.pkh.registry.graduation;

import id.pkh.registry.graduation.domain.GraduationCodes.Ppse;
import id.pkh.registry.graduation.domain.GraduationCodes.Reason;
import id.pkh.registry.graduation.domain.GraduationCodes.Rejection;
import id.pkh.registry.graduation.domain.GraduationCodes.Type;
import id.pkh.registry.graduation.domain.GraduationCodes.WelfareCategory;
import id.pkh.registry.graduation.domain.GraduationState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people see of graduations. */
final class GraduationViews {

    private GraduationViews() {}

    @Schema(name = "GraduationReadiness", description = "A family that may be ready to leave.")
    record ReadinessView(
            UUID kpmId,
            String villageCode,
            @Schema(nullable = true) String groupCode,
            Set<Type> readyFor,
            LocalDate memberSince,
            @Schema(nullable = true, description = "null as long as a component has no end")
                    LocalDate lastComponentUntil,
            @Schema(nullable = true) LocalDate incomeImprovedOn,
            @Schema(nullable = true, description = "the visit that found it") UUID incomeVisitId,
            @Schema(nullable = true, description = "the proposal that is open")
                    UUID graduationId) {}

    @Schema(name = "Graduation", description = "The proposal that a family graduates.")
    record GraduationView(
            UUID graduationId,
            UUID kpmId,
            String villageCode,
            Type type,
            Reason reason,
            WelfareCategory welfareCategory,
            Ppse ppse,
            int yearJoined,
            int householdSize,
            UUID visitId,
            LocalDate effectiveOn,
            @Schema(description = "the policy by which it was ready") String policyCode,
            GraduationState state,
            @Schema(description = "send it with the next act") int version,
            @Schema(nullable = true) Rejection rejection,
            String proposedBy,
            Instant proposedAt,
            @Schema(nullable = true) String reviewedBy,
            @Schema(nullable = true, description = "the membership proposal in verification")
                    UUID exitProposalId,
            @Schema(nullable = true) UUID decisionId,
            @Schema(nullable = true, description = "null in a list") List<ActView> history) {}

    @Schema(name = "GraduationAct", description = "A step of a graduation.")
    record ActView(int actNo, GraduationState state, String actedBy, Instant actedAt) {}
}
