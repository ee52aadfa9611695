package id.pkh.registry.facilitator;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Reassignment")
public record ReassignmentView(
        UUID reassignmentId,
        String villageCode,
        UUID facilitatorId,
        UUID successorId,
        LocalDate noticeGivenOn,
        LocalDate effectiveOn,
        LocalDate overlapUntil,
        int openCases) {

    static ReassignmentView of(ReassignmentEntity handOver) {
        return new ReassignmentView(
                handOver.id,
                handOver.villageCode,
                handOver.facilitatorId,
                handOver.successorId,
                handOver.noticeGivenOn,
                handOver.effectiveOn,
                handOver.overlapUntil,
                handOver.openCases);
    }
}
