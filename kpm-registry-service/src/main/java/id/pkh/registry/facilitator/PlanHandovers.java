package id.pkh.registry.facilitator;

import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.platform.work.WorkPages;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.facilitator.domain.FacilitatorPolicy;
import id.pkh.registry.facilitator.domain.HandoverDays;
import id.pkh.registry.facilitator.domain.HandoverReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Plans the hand-over of one village, some, or all of a facilitator. The plan is the notice, unless
 * the families were notified on paper before: with it the facilitators, the chairs and the families
 * are notified, so it leaves them the days of the policy.
 */
@ApplicationScoped
class PlanHandovers {

    private final FacilitatorRecords records;
    private final FacilitatorPolicies policies;
    private final HandOverVillage handOverVillage;
    private final WorkPages work;
    private final CallerAreas areas;
    private final Clock clock;

    PlanHandovers(
            FacilitatorRecords records,
            FacilitatorPolicies policies,
            HandOverVillage handOverVillage,
            WorkPages work,
            CallerAreas areas,
            Clock clock) {
        this.records = records;
        this.policies = policies;
        this.handOverVillage = handOverVillage;
        this.work = work;
        this.areas = areas;
        this.clock = clock;
    }

    /** All villages or none; returns the ids in the order of the villages. */
    @Transactional
    List<UUID> handle(HandoverRequest request) {
        if (request.predecessorId().equals(request.successorId())) {
            throw Refused.because("SUCCESSOR_IS_SAME");
        }
        if (request.reasonCode() == HandoverReason.OTHER && request.explanation() == null) {
            throw Refused.because("EXPLANATION_MISSING");
        }
        List<String> villages = villages(request);
        List<FacilitatorEntity> both =
                records.lock(List.of(request.predecessorId(), request.successorId()));
        FacilitatorEntity predecessor = FacilitatorRecords.byId(both, request.predecessorId());
        FacilitatorEntity successor = FacilitatorRecords.byId(both, request.successorId());
        if (!records.isInArea(successor)) {
            throw Refused.because("FACILITATOR_UNKNOWN");
        }
        Instant now = clock.instant();
        List<HandOverVillage.Order> orders = new ArrayList<>();
        for (String village : villages) {
            orders.add(order(request, last(village, request), predecessor, successor, now));
        }
        return handOverVillage.handle(orders, now).stream().map(one -> one.id).toList();
    }

    private List<String> villages(HandoverRequest request) {
        if (request.villageCodes() != null) {
            request.villageCodes().forEach(areas::requireVillage);
            return List.copyOf(new TreeSet<>(request.villageCodes()));
        }
        List<String> villages =
                records.ofFacilitator(request.predecessorId()).stream()
                        .filter(AssignmentEntity::isFacilitator)
                        .map(assignment -> assignment.villageCode)
                        .distinct()
                        .filter(areas::cover)
                        .filter(village -> isStillTheirs(village, request))
                        .toList();
        if (villages.isEmpty()) {
            throw Refused.because("NO_VILLAGE_TO_HAND_OVER");
        }
        return villages;
    }

    private boolean isStillTheirs(String village, HandoverRequest request) {
        return lastBefore(village, request.effectiveOn())
                .filter(last -> last.facilitatorId.equals(request.predecessorId()))
                .filter(last -> last.reassignmentId == null)
                .isPresent();
    }

    /** The last who was responsible before the day, even if that ended some time ago. */
    private Optional<AssignmentEntity> lastBefore(String village, LocalDate day) {
        return records.ofVillages(List.of(village)).stream()
                .filter(AssignmentEntity::isFacilitator)
                .filter(assignment -> assignment.validFrom.isBefore(day))
                .max(Comparator.comparing(assignment -> assignment.validFrom));
    }

    private AssignmentEntity last(String village, HandoverRequest request) {
        AssignmentEntity last =
                lastBefore(village, request.effectiveOn())
                        .orElseThrow(
                                () ->
                                        Refused.because("NOBODY_ON_DUTY")
                                                .with("village_code", village)
                                                .with("effective_on", request.effectiveOn()));
        records.refresh(last);
        if (!last.facilitatorId.equals(request.predecessorId())) {
            throw Refused.because("PREDECESSOR_CHANGED")
                    .with("village_code", village)
                    .with("facilitator_id", last.facilitatorId);
        }
        if (last.reassignmentId != null) {
            throw Refused.because(Assigning.HANDED_OVER).with("village_code", village);
        }
        return last;
    }

    private HandOverVillage.Order order(
            HandoverRequest request,
            AssignmentEntity from,
            FacilitatorEntity predecessor,
            FacilitatorEntity successor,
            Instant now) {
        LocalDate today = BusinessDates.on(now);
        FacilitatorPolicy policy = policies.on(today);
        HandoverDays.Wanted wanted =
                new HandoverDays.Wanted(
                        request.noticeGivenOn(),
                        request.effectiveOn(),
                        request.overlapUntil(),
                        request.reasonCode());
        LocalDate notice = wanted.noticeOn(today);
        HandoverDays.Verdict verdict = HandoverDays.plan(wanted, today, from.validUntil, policy);
        HandoverDays days =
                verdict.days()
                        .orElseThrow(
                                () ->
                                        Refused.because(verdict.refusal())
                                                .with("effective_on", request.effectiveOn())
                                                .with("today", today)
                                                .with("notice_given_on", notice)
                                                .with(
                                                        "earliest",
                                                        HandoverDays.earliest(notice, policy)));
        return new HandOverVillage.Order(
                from,
                predecessor,
                successor,
                notice,
                days,
                request.reasonCode(),
                request.explanation() == null ? null : request.explanation().strip(),
                work.countIn(from.villageCode));
    }
}
