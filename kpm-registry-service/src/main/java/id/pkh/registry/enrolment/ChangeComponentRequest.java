package id.pkh.registry.enrolment;

import id.pkh.registry.family.domain.ComponentType;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ChangeComponentRequest",
        description = "Another component, or none, from a certain day.")
public record ChangeComponentRequest(
        @Schema(description = "version of the family as last read") Long version,
        @NotNull UUID memberId,
        @Schema(
                        implementation = ComponentType.class,
                        description =
                                "component from that day; leave out to end the present "
                                        + "component")
                String component,
        @NotNull @Schema(description = "first day of the change") LocalDate effectiveOn,
        @Schema(description = "required when the registry does not have it yet")
                LocalDate birthDate,
        @Schema(description = "school, 8 digits") String npsn,
        @Schema(description = "pupil number") String nisn,
        @Schema(description = "grade at school") String grade) {}
