package id.pkh.registry.facilitator;

import id.pkh.registry.facilitator.domain.AppointmentEnd;
import id.pkh.registry.facilitator.domain.EmploymentKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Appointment")
public record AppointmentView(
        UUID appointmentId,
        @Schema(examples = "SK 12/PKH/2026") String decreeNumber,
        LocalDate decreeDate,
        @Schema(examples = "17.71") String areaCode,
        EmploymentKind employment,
        LocalDate validFrom,
        @Schema(nullable = true, description = "last day of the decree") LocalDate validUntil,
        @Schema(nullable = true, description = "last day on which it counts") LocalDate lastDay,
        @Schema(nullable = true) AppointmentEnd endReason,
        @Schema(nullable = true, description = "the appointment that this one replaces")
                UUID corrects,
        String appointedBy,
        Instant appointedAt,
        @Schema(nullable = true) String endedBy,
        @Schema(nullable = true) Instant endedAt) {

    static AppointmentView of(AppointmentRow row) {
        return new AppointmentView(
                row.appointmentId(),
                row.decreeNumber(),
                row.decreeDate(),
                row.areaCode(),
                row.employment(),
                row.validFrom(),
                row.validUntil(),
                row.lastDay(),
                row.endReason(),
                row.corrects(),
                row.appointedBy(),
                row.appointedAt(),
                row.endedBy(),
                row.endedAt());
    }
}
