package id.pkh.registry.facilitator;

import id.pkh.registry.facilitator.domain.DutyRange;
import id.pkh.registry.facilitator.domain.EmploymentKind;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An appointment as read from a row or a request; each value has been validated.
 *
 * @param corrects the appointment that it replaces; null for none
 */
public record AppointmentDraft(
        String decreeNumber,
        LocalDate decreeDate,
        String areaCode,
        EmploymentKind employment,
        LocalDate validFrom,
        LocalDate validUntil,
        UUID corrects) {

    DutyRange range() {
        return new DutyRange(validFrom, validUntil);
    }

    /** Whether an appointment on record is this one. */
    boolean is(AppointmentRow row) {
        return row.counts()
                && row.decreeNumber().equals(decreeNumber)
                && row.areaCode().equals(areaCode)
                && row.validFrom().equals(validFrom);
    }
}
