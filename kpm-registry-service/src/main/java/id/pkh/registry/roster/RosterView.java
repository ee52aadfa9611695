package id.pkh.registry.roster;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "InitialRoster", description = "A file that may bring in an area, or has done so.")
record RosterView(
        UUID rosterId,
        @Schema(examples = "17.71.08") String area,
        String sha256,
        @Schema(implementation = RosterStatus.class) String status,
        @Schema(description = "Only another person may send the file") String permittedBy,
        Instant permittedAt,
        @Schema(nullable = true) String usedBy,
        @Schema(nullable = true) Instant usedAt,
        @Schema(nullable = true, description = "The import, at /imports/[file_id]") UUID fileId,
        @Schema(nullable = true) String withdrawnBy,
        @Schema(nullable = true) Instant withdrawnAt) {

    static RosterView of(InitialRoster roster) {
        return new RosterView(
                roster.rosterId(),
                roster.areaCode(),
                roster.sha256(),
                roster.status(),
                roster.permittedBy(),
                roster.permittedAt(),
                roster.usedBy(),
                roster.usedAt(),
                roster.fileId(),
                roster.withdrawnBy(),
                roster.withdrawnAt());
    }
}
