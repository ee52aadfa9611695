package id.pkh.disbursement.payment.messaging;

import id.pkh.contracts.Event;
import id.pkh.contracts.disbursement.ComponentAmount;
import id.pkh.contracts.disbursement.EntitlementCalculated;
import id.pkh.contracts.disbursement.PaymentForfeited;
import id.pkh.contracts.disbursement.PaymentHeld;
import id.pkh.contracts.disbursement.PaymentReleased;
import id.pkh.disbursement.entitlement.domain.EntitlementLine;
import id.pkh.disbursement.payment.AnnouncedChange;
import id.pkh.disbursement.payment.domain.Payment;
import id.pkh.disbursement.payment.domain.PaymentChange;
import id.pkh.disbursement.payment.domain.PaymentKind;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Maps a change of a payment to its events. */
final class PaymentEvents {

    private PaymentEvents() {}

    static List<Event> of(AnnouncedChange announced, LocalDate today, Instant now) {
        PaymentChange change = announced.change();
        if (change.after().kind() == PaymentKind.COMPENSATING) {
            return List.of(released(announced, true, today, now));
        }
        List<Event> events = new ArrayList<>();
        events.add(calculated(announced, today, now));
        if (change.becomes(PaymentStatus.HELD)) {
            events.add(held(announced, today, now));
        } else if (change.becomes(PaymentStatus.FORFEITED)) {
            events.add(forfeited(announced, today, now));
        } else if (change.isRelease()) {
            events.add(released(announced, false, today, now));
        }
        return events;
    }

    /**
     * A payment that the family is no longer entitled to is published as an entitlement of zero.
     */
    private static Event calculated(AnnouncedChange announced, LocalDate today, Instant now) {
        Payment payment = announced.change().after();
        boolean nothing = payment.status() == PaymentStatus.NOT_ELIGIBLE;
        return new EntitlementCalculated(
                payment.paymentId(),
                payment.kpmId(),
                payment.villageCode(),
                announced.cycle().cycleCode(),
                nothing ? 0 : payment.amount().amount(),
                payment.status().name(),
                payment.isWarned(),
                payment.reasons(),
                nothing ? List.of() : components(payment),
                today,
                now);
    }

    /** The family's own part belongs to no member and is published under the family's id. */
    private static List<ComponentAmount> components(Payment payment) {
        return payment.paidLines().stream()
                .map(
                        (EntitlementLine line) ->
                                new ComponentAmount(
                                        line.memberId() == null ? payment.kpmId() : line.memberId(),
                                        line.component(),
                                        line.amount().amount()))
                .toList();
    }

    private static Event held(AnnouncedChange announced, LocalDate today, Instant now) {
        Payment payment = announced.change().after();
        return new PaymentHeld(
                payment.paymentId(),
                payment.kpmId(),
                payment.villageCode(),
                announced.cycle().cycleCode(),
                payment.amount().amount(),
                payment.blockedBy().get(0),
                payment.reasons(),
                today,
                now);
    }

    private static Event forfeited(AnnouncedChange announced, LocalDate today, Instant now) {
        Payment payment = announced.change().after();
        return new PaymentForfeited(
                payment.paymentId(),
                payment.kpmId(),
                payment.villageCode(),
                announced.cycle().cycleCode(),
                payment.amount().amount(),
                payment.blockedBy().get(0),
                payment.reasons(),
                today,
                now);
    }

    private static Event released(
            AnnouncedChange announced, boolean compensating, LocalDate today, Instant now) {
        Payment payment = announced.change().after();
        return new PaymentReleased(
                payment.paymentId(),
                payment.kpmId(),
                payment.villageCode(),
                announced.cycle().cycleCode(),
                payment.amount().amount(),
                announced.release().decisionId(),
                compensating,
                announced.release().reason(),
                today,
                now);
    }
}
