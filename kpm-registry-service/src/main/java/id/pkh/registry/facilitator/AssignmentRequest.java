package id.pkh.registry.facilitator;

import id.pkh.registry.intake.FieldReader;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "AssignmentRequest",
        description = "A village for which a facilitator is responsible over a range of days.")
public record AssignmentRequest(
        @Schema(
                        enumeration = {"FACILITATOR", "COORDINATOR"},
                        required = true)
                String role,
        @Schema(examples = "17.71.08.1001", required = true) String villageCode,
        @NotNull LocalDate validFrom,
        @Schema(description = "last day; leave out while the assignment is open")
                LocalDate validUntil) {

    AssignmentDraft read(FieldReader reader) {
        reader.range("valid_until", validFrom, validUntil);
        return new AssignmentDraft(
                reader.role("role", role),
                reader.village("village_code", villageCode),
                validFrom,
                validUntil);
    }
}
