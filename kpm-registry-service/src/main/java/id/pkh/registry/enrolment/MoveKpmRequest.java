package id.pkh.registry.enrolment;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MoveKpmRequest", description = "The village or group to which a family moves.")
public record MoveKpmRequest(
        @Schema(description = "version of the family as last read") Long version,
        @Schema(examples = "17.71.08.1002", required = true) String villageCode,
        @Schema(description = "leave out while the family has no group there") String groupCode,
        @NotNull LocalDate effectiveOn) {}
