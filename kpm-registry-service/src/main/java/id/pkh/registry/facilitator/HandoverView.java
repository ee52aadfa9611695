package id.pkh.registry.facilitator;

import id.pkh.registry.facilitator.domain.HandoverReason;
import id.pkh.registry.facilitator.domain.HandoverState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Handover")
public record HandoverView(
        UUID handoverId,
        @Schema(examples = "17.71.08.1001") String villageCode,
        UUID predecessorId,
        UUID successorId,
        HandoverReason reasonCode,
        @Schema(nullable = true) String explanation,
        LocalDate noticeGivenOn,
        LocalDate effectiveOn,
        @Schema(description = "without an overlap the day before the first day of the successor")
                LocalDate overlapUntil,
        HandoverState state,
        @Schema(description = "cases of the registry that were open when it was planned")
                int openCases,
        String plannedBy,
        Instant plannedAt,
        @Schema(nullable = true) String cancelledBy,
        @Schema(nullable = true) Instant cancelledAt,
        @Schema(nullable = true, description = "the successor, who has the list of open cases")
                String receivedBy,
        @Schema(nullable = true) Instant receivedAt,
        @Schema(nullable = true, description = "cases that were open when they were received")
                Integer openCasesReceived) {}
