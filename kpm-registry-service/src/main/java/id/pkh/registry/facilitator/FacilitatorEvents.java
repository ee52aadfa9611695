package id.pkh.registry.facilitator;

import id.pkh.contracts.registry.FacilitatorAssigned;
import id.pkh.contracts.registry.FacilitatorReassigned;
import id.pkh.contracts.registry.HandoverCancelled;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.platform.web.BusinessDates;
import java.time.Instant;
import java.time.LocalDate;

/** The published events of facilitators. */
final class FacilitatorEvents {

    private FacilitatorEvents() {}

    static Sequenced assigned(
            FacilitatorEntity facilitator, AssignmentEntity assignment, LocalDate occurredOn) {
        return new Sequenced(
                new FacilitatorAssigned(
                        assignment.id,
                        facilitator.id,
                        facilitator.code,
                        assignment.role,
                        assignment.villageCode,
                        assignment.validFrom,
                        assignment.validUntil,
                        occurredOn,
                        assignment.changedAt),
                assignment.version);
    }

    static Sequenced reassigned(ReassignmentEntity handOver, AssignmentEntity handedOver) {
        return new Sequenced(
                new FacilitatorReassigned(
                        handOver.facilitatorId,
                        handOver.successorId,
                        handOver.villageCode,
                        handOver.noticeGivenOn,
                        handOver.effectiveOn,
                        handOver.overlapUntil,
                        handOver.openCases,
                        handOver.effectiveOn,
                        handOver.recordedAt),
                handedOver.version);
    }

    /**
     * @param takenBack the event that takes the assignment of the successor back
     */
    static Sequenced cancelled(HandoverRows.Row handover, Instant now, Sequenced takenBack) {
        return new Sequenced(
                new HandoverCancelled(
                        handover.facilitatorId(),
                        handover.successorId(),
                        handover.villageCode(),
                        handover.effectiveOn(),
                        BusinessDates.on(now),
                        now),
                takenBack.sequence());
    }
}
