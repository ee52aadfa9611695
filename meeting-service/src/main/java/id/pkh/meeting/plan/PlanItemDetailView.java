package id.pkh.meeting.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that is planned, and what was planned before. */
@Schema(name = "PlanItemDetail")
public record PlanItemDetailView(PlanItemView item, List<VersionView> versions) {

    /** A version of the plan. */
    @Schema(name = "PlanVersion")
    public record VersionView(
            int version,
            LocalDate plannedFor,
            String startsAt,
            @Schema(nullable = true) String place,
            boolean cancelled,
            @Schema(nullable = true, description = "Null for the first plan") String reason,
            Instant recordedAt,
            String recordedBy) {}
}
