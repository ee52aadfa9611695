package id.pkh.registry.facilitator;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.Areas;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.facilitator.domain.AppointmentEnd;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.intake.RequestErrors;
import id.pkh.registry.intake.UniqueViolations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Records appointments and their ends. A wrong appointment is ended as entered wrongly, in the same
 * step as the one that replaces it.
 */
@ApplicationScoped
class AppointFacilitator {

    private static final int REGENCY_CHARS = 5;
    private static final int SUB_DISTRICT_CHARS = 8;

    private final FacilitatorRecords records;
    private final AppointmentRows appointments;
    private final KeepWithinAppointments keepWithin;
    private final CoordinatorRows coordinators;
    private final Areas areas;
    private final CallerAreas callerAreas;
    private final Caller caller;
    private final Clock clock;

    AppointFacilitator(
            FacilitatorRecords records,
            AppointmentRows appointments,
            KeepWithinAppointments keepWithin,
            CoordinatorRows coordinators,
            Areas areas,
            CallerAreas callerAreas,
            Caller caller,
            Clock clock) {
        this.records = records;
        this.appointments = appointments;
        this.keepWithin = keepWithin;
        this.coordinators = coordinators;
        this.areas = areas;
        this.callerAreas = callerAreas;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void appoint(UUID facilitatorId, AppointmentRequest request) {
        FacilitatorEntity facilitator = records.lockVisible(facilitatorId);
        RequestErrors.requireRange("valid_until", request.validFrom(), request.validUntil());
        requireArea(request.areaCode());
        Instant now = clock.instant();
        if (request.corrects() != null) {
            AppointmentRow wrong = notEnded(request.corrects());
            if (!wrong.facilitatorId().equals(facilitatorId)) {
                throw Refused.because("APPOINTMENT_UNKNOWN");
            }
            end(wrong, null, AppointmentEnd.ENTERED_WRONGLY, now);
        }
        UniqueViolations.refuseOn(
                () ->
                        appointments.add(
                                UuidCreator.getTimeOrderedEpoch(),
                                facilitatorId,
                                request.draft(),
                                caller.subject(),
                                now));
        keepWithin.handle(facilitator, now);
    }

    /** Returns the facilitator whose appointment it is. */
    @Transactional
    UUID end(UUID appointmentId, EndAppointmentRequest request) {
        AppointmentRow found =
                appointments.find(appointmentId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        callerAreas.require(found.areaCode());
        FacilitatorEntity facilitator = records.lockVisible(found.facilitatorId());
        AppointmentRow appointment = notEnded(appointmentId);
        if (request.reasonCode() != AppointmentEnd.ENTERED_WRONGLY) {
            RequestErrors.requireRange(
                    "last_day", appointment.validFrom(), required(request.lastDay()));
            if (appointment.validUntil() != null
                    && request.lastDay().isAfter(appointment.validUntil())) {
                throw Refused.because("APPOINTMENT_ENDS_LATER")
                        .with("valid_until", appointment.validUntil());
            }
        }
        Instant now = clock.instant();
        end(appointment, request.lastDay(), request.reasonCode(), now);
        if (request.reasonCode() != AppointmentEnd.ENTERED_WRONGLY) {
            coordinators.endWithAppointment(
                    facilitator.id, request.lastDay(), caller.subject(), now);
        }
        keepWithin.handle(facilitator, now);
        return facilitator.id;
    }

    private void end(
            AppointmentRow appointment, LocalDate lastDay, AppointmentEnd reason, Instant now) {
        boolean isWrong = reason == AppointmentEnd.ENTERED_WRONGLY;
        appointments.end(
                appointment.appointmentId(),
                isWrong ? appointment.lastDay() : lastDay,
                reason,
                caller.subject(),
                now);
    }

    private AppointmentRow notEnded(UUID appointmentId) {
        AppointmentRow appointment =
                appointments
                        .find(appointmentId)
                        .filter(one -> callerAreas.cover(one.areaCode()))
                        .orElseThrow(() -> Refused.because("APPOINTMENT_UNKNOWN"));
        if (appointment.isEnded()) {
            throw Refused.because("APPOINTMENT_ENDED").with("last_day", appointment.lastDay());
        }
        return appointment;
    }

    private void requireArea(String code) {
        boolean isOfLevel = code.length() == REGENCY_CHARS || code.length() == SUB_DISTRICT_CHARS;
        if (!isOfLevel || !callerAreas.cover(code) || !areas.isKnown(code)) {
            throw RequestErrors.refused("AREA_UNKNOWN", "area_code", FieldReader.WORK_AREA);
        }
    }

    private static LocalDate required(LocalDate lastDay) {
        if (lastDay == null) {
            throw Refused.because("LAST_DAY_MISSING");
        }
        return lastDay;
    }
}
