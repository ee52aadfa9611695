package id.pkh.registry.facilitator;

import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.platform.web.Refused;
import id.pkh.registry.facilitator.domain.Appointments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends the assignments of a facilitator with the appointment. Every service learns of it by the
 * event of the assignment, so none has to know appointments.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class KeepWithinAppointments {

    private final AppointmentRows appointments;
    private final FacilitatorRecords records;
    private final Outbox outbox;

    KeepWithinAppointments(
            AppointmentRows appointments, FacilitatorRecords records, Outbox outbox) {
        this.appointments = appointments;
        this.records = records;
        this.outbox = outbox;
    }

    /** Refuses when an assignment begins on a day that no appointment covers. */
    void handle(FacilitatorEntity facilitator, Instant now) {
        Appointments permitted = appointments.permissions(facilitator.id);
        List<AssignmentEntity> assignments = records.ofFacilitator(facilitator.id);
        assignments.stream()
                .filter(assignment -> !canBeKept(assignment, permitted))
                .findFirst()
                .ifPresent(
                        assignment -> {
                            throw Refused.because(Assigning.OUTSIDE_APPOINTMENT)
                                    .with("village_code", assignment.villageCode)
                                    .with("valid_from", assignment.validFrom);
                        });
        List<Sequenced> events = keep(facilitator, assignments, permitted, now);
        records.flush();
        outbox.appendAll(events);
    }

    /** Whether an assignment is permitted, or will be when it ends with the appointment. */
    static boolean canBeKept(AssignmentEntity assignment, Appointments permitted) {
        return permitted.permit(assignment.villageCode, assignment.range())
                || permitted
                        .permittedFrom(assignment.villageCode, assignment.validFrom)
                        .isPresent();
    }

    /** Ends what outlasts the appointments; the caller flushes and publishes. */
    static List<Sequenced> keep(
            FacilitatorEntity facilitator,
            List<AssignmentEntity> assignments,
            Appointments permitted,
            Instant now) {
        List<Sequenced> events = new ArrayList<>();
        for (AssignmentEntity assignment : assignments) {
            if (!permitted.permit(assignment.villageCode, assignment.range())) {
                permitted
                        .permittedFrom(assignment.villageCode, assignment.validFrom)
                        .ifPresent(days -> end(assignment, days.until(), now));
                events.add(
                        FacilitatorEvents.assigned(facilitator, assignment, assignment.validUntil));
            }
        }
        return events;
    }

    private static void end(AssignmentEntity assignment, LocalDate lastDay, Instant now) {
        assignment.validUntil = lastDay;
        if (assignment.overlapFrom != null
                && lastDay.isBefore(assignment.overlapFrom.minusDays(1))) {
            // gone before the hand-over, so the assignment ends by itself
            assignment.overlapFrom = null;
            assignment.reassignmentId = null;
        }
        assignment.version++;
        assignment.changedAt = now;
    }
}
