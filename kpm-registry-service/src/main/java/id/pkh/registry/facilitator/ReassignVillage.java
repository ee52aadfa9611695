package id.pkh.registry.facilitator;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.notification.QueueNotifications;
import id.pkh.registry.notification.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Hands a village over from one facilitator to another. The families are notified, both
 * facilitators are responsible for some days, and the open cases are counted, so that a family
 * always knows whom to ask.
 */
@ApplicationScoped
class ReassignVillage {

    private final FacilitatorRecords records;
    private final CallerAreas areas;
    private final Outbox outbox;
    private final QueueNotifications notifications;
    private final Caller caller;
    private final Clock clock;

    ReassignVillage(
            FacilitatorRecords records,
            CallerAreas areas,
            Outbox outbox,
            QueueNotifications notifications,
            Caller caller,
            Clock clock) {
        this.records = records;
        this.areas = areas;
        this.outbox = outbox;
        this.notifications = notifications;
        this.caller = caller;
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
        Instant now = clock.instant();
        AssignmentEntity present = onDuty(request);
        records.refresh(present);
        requireUnchanged(request, present);
        ReassignmentEntity handOver = newHandOver(request, predecessor, successor, now);
        present.validUntil = request.overlapUntil();
        present.overlapFrom = request.effectiveOn();
        present.reassignmentId = handOver.id;
        present.version++;
        present.changedAt = now;
        Assigning.Result next =
                Assigning.assign(
                        successor,
                        new AssignmentDraft(
                                AssignmentEntity.FACILITATOR,
                                request.villageCode(),
                                request.effectiveOn(),
                                null),
                        records.ofVillages(List.of(request.villageCode())),
                        now);
        if (next.refusal() != null) {
            throw Refused.because(next.refusal()).with("village_code", request.villageCode());
        }
        records.flush();
        List<Sequenced> events = new ArrayList<>();
        events.add(FacilitatorEvents.assigned(predecessor, present, request.overlapUntil()));
        events.addAll(next.event().stream().toList());
        events.add(FacilitatorEvents.reassigned(handOver, present));
        outbox.appendAll(events);
        notifications.handle(
                List.of(
                        Subject.ofHandOver(
                                handOver.id,
                                handOver.villageCode,
                                List.of(predecessor.id, successor.id),
                                BusinessDates.on(now),
                                handOver.effectiveOn)));
        return ReassignmentView.of(handOver);
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

    private ReassignmentEntity newHandOver(
            ReassignRequest request,
            FacilitatorEntity predecessor,
            FacilitatorEntity successor,
            Instant now) {
        ReassignmentEntity handOver = new ReassignmentEntity();
        handOver.id = UuidCreator.getTimeOrderedEpoch();
        handOver.villageCode = request.villageCode();
        handOver.facilitatorId = predecessor.id;
        handOver.successorId = successor.id;
        handOver.noticeGivenOn = request.noticeGivenOn();
        handOver.effectiveOn = request.effectiveOn();
        handOver.overlapUntil = request.overlapUntil();
        handOver.openCases = request.openCases();
        handOver.reason = request.reason().strip();
        handOver.recordedBy = caller.subject();
        handOver.recordedAt = now;
        handOver.persistAndFlush();
        return handOver;
    }

    private static FacilitatorEntity byId(List<FacilitatorEntity> facilitators, UUID id) {
        return facilitators.stream()
                .filter(facilitator -> facilitator.id.equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.because("FACILITATOR_UNKNOWN"));
    }
}
