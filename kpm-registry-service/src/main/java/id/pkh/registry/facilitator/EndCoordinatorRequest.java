package id.pkh.registry.facilitator;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "EndCoordinatorRequest", description = "The last day of a coordinator.")
public record EndCoordinatorRequest(
        @Schema(description = "leave out if it was entered wrongly: then it counts on no day")
                LocalDate lastDay) {}
