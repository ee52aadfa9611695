package id.pkh.registry.facilitator;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.registry.facilitator.domain.Appointments;
import id.pkh.registry.facilitator.domain.DutyRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/**
 * Records one assignment beside the other assignments of its village. The caller has locked the
 * facilitator.
 */
final class Assigning {

    /** The result: a changed assignment with its event, an unchanged assignment, or a refusal. */
    record Result(Optional<AssignmentEntity> changed, Optional<Sequenced> event, String refusal) {

        static Result unchanged() {
            return new Result(Optional.empty(), Optional.empty(), null);
        }

        static Result refused(String code) {
            return new Result(Optional.empty(), Optional.empty(), code);
        }
    }

    static final String OVERLAPS = "ASSIGNMENT_OVERLAPS";
    static final String HANDED_OVER = "ASSIGNMENT_HANDED_OVER";
    static final String OUTSIDE_APPOINTMENT = "ASSIGNMENT_OUTSIDE_APPOINTMENT";

    private Assigning() {}

    /**
     * @param ofVillage all assignments on record for the village
     * @param appointments those of the facilitator
     */
    static Result assign(
            FacilitatorEntity facilitator,
            AssignmentDraft draft,
            Collection<AssignmentEntity> ofVillage,
            Appointments appointments,
            Instant now) {
        Optional<AssignmentEntity> present =
                ofVillage.stream().filter(a -> isSame(a, facilitator, draft)).findFirst();
        if (present.filter(a -> Objects.equals(a.validUntil, draft.validUntil())).isPresent()) {
            return Result.unchanged();
        }
        if (present.filter(a -> a.reassignmentId != null).isPresent()) {
            return Result.refused(HANDED_OVER);
        }
        if (overlaps(draft, ofVillage, present)) {
            return Result.refused(OVERLAPS);
        }
        if (!appointments.permit(draft.villageCode(), draft.range())) {
            return Result.refused(OUTSIDE_APPOINTMENT);
        }
        AssignmentEntity assignment =
                present.orElseGet(() -> newAssignment(facilitator, draft, now));
        assignment.validUntil = draft.validUntil();
        assignment.version++;
        assignment.changedAt = now;
        assignment.persist();
        return new Result(
                Optional.of(assignment),
                Optional.of(
                        FacilitatorEvents.assigned(
                                facilitator, assignment, occurredOn(assignment))),
                null);
    }

    private static boolean isSame(
            AssignmentEntity assignment, FacilitatorEntity facilitator, AssignmentDraft draft) {
        return assignment.facilitatorId.equals(facilitator.id)
                && assignment.role.equals(draft.role())
                && assignment.villageCode.equals(draft.villageCode())
                && assignment.validFrom.equals(draft.validFrom());
    }

    /** Whether another facilitator is responsible for the village on one of these days. */
    static boolean overlaps(
            AssignmentDraft draft,
            Collection<AssignmentEntity> ofVillage,
            Optional<AssignmentEntity> itself) {
        if (!draft.role().equals(AssignmentEntity.FACILITATOR)) {
            return false;
        }
        DutyRange wanted = draft.range();
        return ofVillage.stream()
                .filter(AssignmentEntity::isFacilitator)
                .filter(other -> itself.filter(own -> own.id.equals(other.id)).isEmpty())
                .anyMatch(other -> other.soleRange().overlaps(wanted));
    }

    private static AssignmentEntity newAssignment(
            FacilitatorEntity facilitator, AssignmentDraft draft, Instant now) {
        AssignmentEntity assignment = new AssignmentEntity();
        assignment.id = UuidCreator.getTimeOrderedEpoch();
        assignment.facilitatorId = facilitator.id;
        assignment.role = draft.role();
        assignment.villageCode = draft.villageCode();
        assignment.validFrom = draft.validFrom();
        assignment.recordedAt = now;
        return assignment;
    }

    /**
     * A new assignment takes effect on its first day; a changed assignment has another last day.
     */
    private static LocalDate occurredOn(AssignmentEntity assignment) {
        return assignment.version == 1 || assignment.validUntil == null
                ? assignment.validFrom
                : assignment.validUntil;
    }
}
