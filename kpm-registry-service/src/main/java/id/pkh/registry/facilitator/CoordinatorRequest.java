package id.pkh.registry.facilitator;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "CoordinatorRequest",
        description = "One of the facilitators of a sub-district becomes its coordinator.")
public record CoordinatorRequest(
        @NotBlank @Schema(examples = "17.71.08") String subDistrict,
        @NotNull UUID facilitatorId,
        @NotNull LocalDate validFrom,
        @Schema(description = "last day; leave out while it is open") LocalDate validUntil) {}
