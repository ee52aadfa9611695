package id.pkh.registry.facilitator;

import id.pkh.registry.facilitator.domain.AppointmentEnd;
import id.pkh.registry.facilitator.domain.DutyRange;
import id.pkh.registry.facilitator.domain.EmploymentKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An appointment on record.
 *
 * @param lastDay the last day on which it counts; null while that is open
 */
record AppointmentRow(
        UUID appointmentId,
        UUID facilitatorId,
        String decreeNumber,
        LocalDate decreeDate,
        String areaCode,
        EmploymentKind employment,
        LocalDate validFrom,
        LocalDate validUntil,
        UUID corrects,
        String appointedBy,
        Instant appointedAt,
        LocalDate lastDay,
        AppointmentEnd endReason,
        String endedBy,
        Instant endedAt) {

    boolean counts() {
        return endReason != AppointmentEnd.ENTERED_WRONGLY;
    }

    boolean overlaps(AppointmentDraft other) {
        return counts() && new DutyRange(validFrom, lastDay).overlaps(other.range());
    }

    boolean isEnded() {
        return endReason != null;
    }
}
