package id.pkh.disbursement.payment.messaging;

import id.pkh.contracts.Event;
import id.pkh.contracts.disbursement.ComponentAmount;
import id.pkh.contracts.disbursement.EntitlementCalculated;
import id.pkh.contracts.disbursement.PaymentForfeited;
import id.pkh.contracts.disbursement.PaymentHeld;
import id.pkh.contracts.disbursement.PaymentReleased;
import id.pkh.disbursement.entitlement.domain.EntitlementLine;
import id.pkh.disbursement.payment.PaymentNews;
import id.pkh.disbursement.payment.domain.Payment;
import id.pkh.disbursement.payment.domain.PaymentChange;
import id.pkh.disbursement.payment.domain.PaymentKind;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a change of a payment is called in the published language. */
final class PaymentEvents {

    private PaymentEvents() {}

    static List<Event> of(PaymentNews news, LocalDate today, Instant now) {
        PaymentChange change = news.change();
        if (change.after().kind() == PaymentKind.COMPENSATING) {
            return List.of(released(news, true, today, now));
        }
        List<Event> events = new ArrayList<>();
        events.add(calculated(news, today, now));
        if (change.turns(PaymentStatus.HELD)) {
            events.add(held(news, today, now));
        } else if (change.turns(PaymentStatus.FORFEITED)) {
            events.add(forfeited(news, today, now));
        } else if (change.isRelease()) {
            events.add(released(news, false, today, now));
        }
        return events;
    }

    /** A payment that fell away is calculated to be nothing. */
    private static Event calculated(PaymentNews news, LocalDate today, Instant now) {
        Payment payment = news.change().after();
        boolean nothing = payment.status() == PaymentStatus.NOT_ELIGIBLE;
        return new EntitlementCalculated(
                payment.paymentId(),
                payment.kpmId(),
                payment.villageCode(),
                news.cycle().cycleCode(),
                nothing ? 0 : payment.amount().amount(),
                payment.status().name(),
                payment.isWarned(),
                payment.reasons(),
                nothing ? List.of() : components(payment),
                today,
                now);
    }

    /** The family's own part, which no member carries, goes under the family's id. */
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

    private static Event held(PaymentNews news, LocalDate today, Instant now) {
        Payment payment = news.change().after();
        return new PaymentHeld(
                payment.paymentId(),
                payment.kpmId(),
                payment.villageCode(),
                news.cycle().cycleCode(),
                payment.amount().amount(),
                payment.blockedBy().get(0),
                payment.reasons(),
                today,
                now);
    }

    private static Event forfeited(PaymentNews news, LocalDate today, Instant now) {
        Payment payment = news.change().after();
        return new PaymentForfeited(
                payment.paymentId(),
                payment.kpmId(),
                payment.villageCode(),
                news.cycle().cycleCode(),
                payment.amount().amount(),
                payment.blockedBy().get(0),
                payment.reasons(),
                today,
                now);
    }

    private static Event released(
            PaymentNews news, boolean compensating, LocalDate today, Instant now) {
        Payment payment = news.change().after();
        return new PaymentReleased(
                payment.paymentId(),
                payment.kpmId(),
                payment.villageCode(),
                news.cycle().cycleCode(),
                payment.amount().amount(),
                news.release().decisionId(),
                compensating,
                news.release().reason(),
                today,
                now);
    }
}
