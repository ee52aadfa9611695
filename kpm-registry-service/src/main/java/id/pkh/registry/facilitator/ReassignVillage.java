package id.pkh.registry.facilitator;

import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.facilitator.domain.HandoverDays;
import id.pkh.registry.facilitator.domain.HandoverReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Records the hand-over of a village that was agreed and announced on paper. The families were
 * notified, both facilitators are responsible for some days, and the open cases were counted, so
 * that a family always knows whom to ask. A hand-over that is still to be announced is planned with
 * {@link PlanHandovers}.
 */
@ApplicationScoped
class ReassignVillage {

    private final FacilitatorRecords records;
    private final CallerAreas areas;
    private final HandOverVillage handOverVillage;
    private final Clock clock;

    ReassignVillage(
            FacilitatorRecords records,
            CallerAreas areas,
            HandOverVillage handOverVillage,
            Clock clock) {
        this.records = records;
        this.areas = areas;
        this.handOverVillage = handOverVillage;
        this.clock = clock;
    }

    @Transactional
    ReassignmentView handle(ReassignRequest request) {
        refuseImpossibleDates(request);
        areas.requireVillage(request.villageCode());
        UUID predecessorId = requireUnchanged(request, onDuty(request));
        List<FacilitatorEntity> both = records.lock(List.of(predecessorId, request.successorId()));
        FacilitatorEntity predecessor = byId(both, predecessorId);
        FacilitatorEntity successor = byId(both, request.successorId());
        if (predecessor == successor) {
            throw Refused.because("SUCCESSOR_IS_SAME");
        }
        if (!records.isInArea(successor)) {
            throw Refused.because("FACILITATOR_UNKNOWN");
        }
        return handOver(request, predecessor, successor);
    }

    private ReassignmentView handOver(
            ReassignRequest request, FacilitatorEntity predecessor, FacilitatorEntity successor) {
        AssignmentEntity present = onDuty(request);
        records.refresh(present);
        requireUnchanged(request, present);
        HandOverVillage.Order order =
                new HandOverVillage.Order(
                        present,
                        predecessor,
                        successor,
                        request.noticeGivenOn(),
                        new HandoverDays(request.effectiveOn(), request.overlapUntil()),
                        HandoverReason.OTHER,
                        request.reason().strip(),
                        request.openCases());
        return ReassignmentView.of(handOverVillage.handle(List.of(order), clock.instant()).get(0));
    }

    private static void refuseImpossibleDates(ReassignRequest request) {
        if (request.noticeGivenOn().isAfter(request.effectiveOn())) {
            throw Refused.because("NOTICE_AFTER_HAND_OVER")
                    .with("effective_on", request.effectiveOn());
        }
        if (request.overlapUntil().isBefore(request.effectiveOn())) {
            throw Refused.because("OVERLAP_MISSING").with("effective_on", request.effectiveOn());
        }
    }

    /** The request names who hands over, so that it never ends the duty of another facilitator. */
    private static UUID requireUnchanged(ReassignRequest request, AssignmentEntity onDuty) {
        if (!onDuty.facilitatorId.equals(request.predecessorId())) {
            throw Refused.because("PREDECESSOR_CHANGED")
                    .with("village_code", request.villageCode())
                    .with("facilitator_id", onDuty.facilitatorId);
        }
        return onDuty.facilitatorId;
    }

    private AssignmentEntity onDuty(ReassignRequest request) {
        return records.ofVillages(List.of(request.villageCode())).stream()
                .filter(AssignmentEntity::isFacilitator)
                .filter(assignment -> assignment.reassignmentId == null)
                .filter(assignment -> assignment.range().canBeHandedOverOn(request.effectiveOn()))
                .findFirst()
                .orElseThrow(
                        () ->
                                Refused.because("NOBODY_ON_DUTY")
                                        .with("village_code", request.villageCode())
                                        .with("effective_on", request.effectiveOn()));
    }

    static FacilitatorEntity byId(List<FacilitatorEntity> facilitators, UUID id) {
        return facilitators.stream()
                .filter(facilitator -> facilitator.id.equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.because("FACILITATOR_UNKNOWN"));
    }
}
