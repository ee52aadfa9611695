package id.pkh.registry.facilitator;

import id.pkh.registry.facilitator.domain.AppointmentEnd;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "EndAppointmentRequest", description = "The last day of an appointment, and why.")
public record EndAppointmentRequest(
        @Schema(description = "leave out only for ENTERED_WRONGLY: then it counts on no day")
                LocalDate lastDay,
        @NotNull AppointmentEnd reasonCode) {}
