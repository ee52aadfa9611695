package id.pkh.registry.facilitator;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.facilitator.domain.DutyRange;
import id.pkh.registry.facilitator.domain.HandoverDays;
import id.pkh.registry.facilitator.domain.HandoverReason;
import id.pkh.registry.notification.QueueNotifications;
import id.pkh.registry.notification.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes hand-overs whose days are decided: one assignment ends, the next one begins, and the
 * facilitators, the chairs of the groups and the families are notified. The caller has locked both
 * facilitators.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class HandOverVillage {

    private final FacilitatorRecords records;
    private final AppointmentRows appointments;
    private final Outbox outbox;
    private final QueueNotifications notifications;
    private final Caller caller;

    HandOverVillage(
            FacilitatorRecords records,
            AppointmentRows appointments,
            Outbox outbox,
            QueueNotifications notifications,
            Caller caller) {
        this.records = records;
        this.appointments = appointments;
        this.outbox = outbox;
        this.notifications = notifications;
        this.caller = caller;
    }

    /**
     * One hand-over.
     *
     * @param from the assignment of the predecessor, which may have ended before
     */
    record Order(
            AssignmentEntity from,
            FacilitatorEntity predecessor,
            FacilitatorEntity successor,
            LocalDate noticeGivenOn,
            HandoverDays days,
            HandoverReason reason,
            String explanation,
            int openCases) {

        String villageCode() {
            return from.villageCode;
        }

        /** Whether the predecessor is still there on the day before the successor begins. */
        boolean endsAssignment() {
            return from.range().canBeHandedOverOn(days.effectiveOn());
        }
    }

    /** Writes the hand-overs of some villages, each of which is named once. */
    List<ReassignmentEntity> handle(List<Order> orders, Instant now) {
        Map<String, List<AssignmentEntity>> ofVillages =
                records.ofVillages(orders.stream().map(Order::villageCode).toList()).stream()
                        .collect(Collectors.groupingBy(assignment -> assignment.villageCode));
        List<Written> written = new ArrayList<>();
        for (Order order : orders) {
            written.add(write(order, ofVillages.get(order.villageCode()), now));
        }
        records.flush();
        outbox.appendAll(written.stream().flatMap(Written::events).toList());
        notifications.handle(
                written.stream().map(one -> subject(one.order(), one.handOver(), now)).toList());
        return written.stream().map(Written::handOver).toList();
    }

    /** What was written for an order; {@code assigned} is the event of the successor. */
    private record Written(Order order, ReassignmentEntity handOver, Optional<Sequenced> assigned) {

        Stream<Sequenced> events() {
            Stream<Sequenced> ended =
                    handOver.assignmentId == null
                            ? Stream.empty()
                            : Stream.of(
                                    FacilitatorEvents.assigned(
                                            order.predecessor(),
                                            order.from(),
                                            handOver.overlapUntil));
            return Stream.of(
                            ended,
                            assigned.stream(),
                            Stream.of(FacilitatorEvents.reassigned(handOver, order.from())))
                    .flatMap(Function.identity());
        }
    }

    private Written write(Order order, List<AssignmentEntity> ofVillage, Instant now) {
        ReassignmentEntity handOver = newHandOver(order, now);
        if (order.endsAssignment()) {
            end(order.from(), handOver, now);
        }
        Assigning.Result next = assign(order, ofVillage, now);
        handOver.successorAssignmentId =
                next.changed().orElseThrow(() -> successorIsThere(order)).id;
        handOver.persist();
        return new Written(order, handOver, next.event());
    }

    private static Subject subject(Order order, ReassignmentEntity handOver, Instant now) {
        return Subject.ofHandOver(
                handOver.id,
                handOver.villageCode,
                List.of(order.predecessor().id, order.successor().id),
                BusinessDates.on(now),
                handOver.effectiveOn);
    }

    private static void end(AssignmentEntity present, ReassignmentEntity handOver, Instant now) {
        handOver.assignmentId = present.id;
        handOver.formerUntil = present.validUntil;
        present.validUntil = handOver.overlapUntil;
        present.overlapFrom = handOver.effectiveOn;
        present.reassignmentId = handOver.id;
        present.version++;
        present.changedAt = now;
    }

    private Assigning.Result assign(Order order, List<AssignmentEntity> ofVillage, Instant now) {
        DutyRange permitted =
                appointments
                        .permissions(order.successor().id)
                        .permittedFrom(order.villageCode(), order.days().effectiveOn())
                        .orElseThrow(
                                () ->
                                        Refused.because("SUCCESSOR_NOT_APPOINTED")
                                                .with("village_code", order.villageCode())
                                                .with("effective_on", order.days().effectiveOn()));
        Assigning.Result next =
                Assigning.assign(
                        order.successor(),
                        new AssignmentDraft(
                                AssignmentEntity.FACILITATOR,
                                order.villageCode(),
                                permitted.from(),
                                permitted.until()),
                        ofVillage,
                        appointments.permissions(order.successor().id),
                        now);
        if (next.refusal() != null) {
            throw Refused.because(next.refusal()).with("village_code", order.villageCode());
        }
        return next;
    }

    private static Refused successorIsThere(Order order) {
        return Refused.because(Assigning.OVERLAPS).with("village_code", order.villageCode());
    }

    private ReassignmentEntity newHandOver(Order order, Instant now) {
        ReassignmentEntity handOver = new ReassignmentEntity();
        handOver.id = UuidCreator.getTimeOrderedEpoch();
        handOver.villageCode = order.villageCode();
        handOver.facilitatorId = order.predecessor().id;
        handOver.successorId = order.successor().id;
        handOver.noticeGivenOn = order.noticeGivenOn();
        handOver.effectiveOn = order.days().effectiveOn();
        handOver.overlapUntil = order.days().overlapUntil();
        handOver.openCases = order.openCases();
        handOver.reason = order.explanation();
        handOver.reasonCode = order.reason();
        handOver.recordedBy = caller.subject();
        handOver.recordedAt = now;
        return handOver;
    }
}
