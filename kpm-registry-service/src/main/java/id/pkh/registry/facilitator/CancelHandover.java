package id.pkh.registry.facilitator;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.facilitator.domain.DutyRange;
import id.pkh.registry.facilitator.domain.HandoverState;
import id.pkh.registry.notification.QueueNotifications;
import id.pkh.registry.notification.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Calls a hand-over off before its first day: the predecessor keeps the village as before, and
 * those who were notified of the hand-over are notified that it does not happen. Afterwards there
 * is only another hand-over.
 */
@ApplicationScoped
class CancelHandover {

    private final FacilitatorRecords records;
    private final AppointmentRows appointments;
    private final HandoverQueries queries;
    private final HandoverRows handovers;
    private final Outbox outbox;
    private final QueueNotifications notifications;
    private final Caller caller;
    private final Clock clock;

    CancelHandover(
            FacilitatorRecords records,
            AppointmentRows appointments,
            HandoverQueries queries,
            HandoverRows handovers,
            Outbox outbox,
            QueueNotifications notifications,
            Caller caller,
            Clock clock) {
        this.records = records;
        this.appointments = appointments;
        this.queries = queries;
        this.handovers = handovers;
        this.outbox = outbox;
        this.notifications = notifications;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    HandoverView handle(UUID id) {
        HandoverRows.Row before = queries.row(id);
        List<FacilitatorEntity> both =
                records.lock(List.of(before.facilitatorId(), before.successorId()));
        HandoverRows.Row handover = queries.row(id);
        Instant now = clock.instant();
        LocalDate today = BusinessDates.on(now);
        HandoverState state = handover.stateOn(today);
        if (state != HandoverState.PLANNED || handover.successorAssignmentId() == null) {
            throw Refused.because("HANDOVER_NOT_PLANNED").with("state", state);
        }
        handovers.cancel(handover, caller.subject(), now);
        List<Sequenced> events = new ArrayList<>();
        Sequenced takenBack =
                takeBack(handover, FacilitatorRecords.byId(both, handover.successorId()), now);
        events.add(takenBack);
        restore(handover, FacilitatorRecords.byId(both, handover.facilitatorId()), now)
                .ifPresent(events::add);
        records.flush();
        events.add(FacilitatorEvents.cancelled(handover, now, takenBack));
        outbox.appendAll(events);
        notifications.handle(List.of(subject(handover, today)));
        return queries.one(id);
    }

    /** The event states a range without days: the assignment was never in effect. */
    private Sequenced takeBack(
            HandoverRows.Row handover, FacilitatorEntity successor, Instant now) {
        AssignmentEntity assignment = records.assignment(handover.successorAssignmentId());
        if (assignment.reassignmentId != null) {
            throw Refused.because(Assigning.HANDED_OVER)
                    .with("village_code", handover.villageCode());
        }
        records.remove(assignment);
        assignment.version++;
        assignment.changedAt = now;
        assignment.validUntil = assignment.validFrom.minusDays(1);
        return FacilitatorEvents.assigned(successor, assignment, assignment.validFrom);
    }

    /** Empty when the predecessor is gone, or was gone before the hand-over was planned. */
    private Optional<Sequenced> restore(
            HandoverRows.Row handover, FacilitatorEntity predecessor, Instant now) {
        if (handover.assignmentId() == null) {
            return Optional.empty();
        }
        AssignmentEntity assignment = records.assignment(handover.assignmentId());
        if (!handover.id().equals(assignment.reassignmentId)) {
            return Optional.empty();
        }
        assignment.validUntil =
                earlier(
                        handover.formerUntil(),
                        appointments
                                .permissions(predecessor.id)
                                .permittedFrom(assignment.villageCode, assignment.validFrom)
                                .map(DutyRange::until)
                                .orElse(null));
        assignment.overlapFrom = null;
        assignment.reassignmentId = null;
        assignment.version++;
        assignment.changedAt = now;
        return Optional.of(
                FacilitatorEvents.assigned(predecessor, assignment, BusinessDates.on(now)));
    }

    /** The appointment may have been ended since the plan; null is open. */
    private static LocalDate earlier(LocalDate one, LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static Subject subject(HandoverRows.Row handover, LocalDate today) {
        return Subject.ofHandOverCancelled(
                UuidCreator.getTimeOrderedEpoch(),
                handover.id(),
                handover.villageCode(),
                List.of(handover.facilitatorId(), handover.successorId()),
                today,
                handover.effectiveOn());
    }
}
