package id.pkh.registry.facilitator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Coordinator")
public record CoordinatorView(
        UUID coordinationId,
        @Schema(examples = "17.71.08") String subDistrict,
        UUID facilitatorId,
        @Schema(examples = "PSD-177108-1") String facilitatorCode,
        LocalDate validFrom,
        @Schema(nullable = true) LocalDate validUntil,
        @Schema(nullable = true, description = "last day on which it counts") LocalDate lastDay,
        @Schema(description = "false if it was entered wrongly") boolean counts,
        String appointedBy,
        Instant appointedAt,
        @Schema(nullable = true) String endedBy,
        @Schema(nullable = true) Instant endedAt) {}
