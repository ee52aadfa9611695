package id.pkh.registry.facilitator;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "VillageWithoutFacilitator")
public record EmptyVillageView(
        @Schema(examples = "17.71.08.1003") String villageCode,
        @Schema(nullable = true, description = "first day without one; null if there never was one")
                LocalDate since,
        @Schema(description = "families that are active or suspended") int families,
        @Schema(nullable = true, description = "when the coordinators were notified")
                Instant noticedAt) {}
