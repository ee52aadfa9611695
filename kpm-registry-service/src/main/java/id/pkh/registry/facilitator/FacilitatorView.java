package id.pkh.registry.facilitator;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Facilitator")
public record FacilitatorView(
        UUID facilitatorId,
        @Schema(examples = "PSD-177108-1") String code,
        @Schema(nullable = true, description = "null for callers who may not see names")
                String name,
        @Schema(examples = "************0001") String nik,
        @Schema(description = "assignments in your areas, the oldest first")
                List<AssignmentView> assignments,
        @Schema(description = "the oldest first; none while the decree is not on record")
                List<AppointmentView> appointments) {

    @Schema(name = "Assignment")
    public record AssignmentView(
            UUID assignmentId,
            @Schema(enumeration = {"FACILITATOR", "COORDINATOR"}) String role,
            String villageCode,
            LocalDate validFrom,
            @Schema(nullable = true) LocalDate validUntil,
            @Schema(nullable = true, description = "from this day a successor is responsible too")
                    LocalDate overlapFrom,
            long version) {

        static AssignmentView of(AssignmentEntity assignment) {
            return new AssignmentView(
                    assignment.id,
                    assignment.role,
                    assignment.villageCode,
                    assignment.validFrom,
                    assignment.validUntil,
                    assignment.overlapFrom,
                    assignment.version);
        }
    }
}
