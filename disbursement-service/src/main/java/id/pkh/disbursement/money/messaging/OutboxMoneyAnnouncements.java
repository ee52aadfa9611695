package id.pkh.disbursement.money.messaging;

import id.pkh.contracts.Event;
import id.pkh.contracts.disbursement.PaymentCredited;
import id.pkh.contracts.disbursement.PaymentOutcomeUnknown;
import id.pkh.contracts.disbursement.PaymentRejected;
import id.pkh.contracts.disbursement.PaymentSent;
import id.pkh.disbursement.money.MoneyAnnouncements;
import id.pkh.disbursement.money.MoneyNews;
import id.pkh.disbursement.payment.LockedFamilies;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Appends what others hear of money at the banks to the outbox; of some states they do not. */
@ApplicationScoped
class OutboxMoneyAnnouncements implements MoneyAnnouncements {

    private final Outbox outbox;

    OutboxMoneyAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void announce(List<MoneyNews> news, LockedFamilies families, Instant at) {
        LocalDate day = BusinessDates.on(at);
        List<Sequenced> events = new ArrayList<>(news.size());
        for (MoneyNews item : news) {
            eventOf(item, day, at)
                    .ifPresent(
                            event ->
                                    events.add(
                                            new Sequenced(
                                                    event, families.nextVersion(item.kpmId()))));
        }
        outbox.appendAll(events);
    }

    static Optional<Event> eventOf(MoneyNews news, LocalDate today, Instant now) {
        return switch (news.state()) {
            case SENT ->
                    Optional.of(
                            new PaymentSent(
                                    news.paymentId(),
                                    news.kpmId(),
                                    news.villageCode(),
                                    news.cycleCode(),
                                    news.amountIdr(),
                                    news.bank(),
                                    news.attempt(),
                                    today,
                                    now));
            case CREDITED ->
                    Optional.of(
                            new PaymentCredited(
                                    news.paymentId(),
                                    news.kpmId(),
                                    news.villageCode(),
                                    news.cycleCode(),
                                    news.amountIdr(),
                                    news.bank(),
                                    news.attempt(),
                                    today,
                                    now));
            case REJECTED -> Optional.of(rejected(news, today, now));
            case UNKNOWN ->
                    Optional.of(
                            new PaymentOutcomeUnknown(
                                    news.paymentId(),
                                    news.kpmId(),
                                    news.villageCode(),
                                    news.cycleCode(),
                                    news.amountIdr(),
                                    news.bank(),
                                    news.attempt(),
                                    today,
                                    now));
            case PLANNED, SEALED, APPROVED, ACCEPTED, RETURNED, VOIDED -> Optional.empty();
        };
    }

    private static Event rejected(MoneyNews news, LocalDate today, Instant now) {
        return new PaymentRejected(
                news.paymentId(),
                news.kpmId(),
                news.villageCode(),
                news.cycleCode(),
                news.amountIdr(),
                news.bank(),
                news.attempt(),
                news.reason(),
                today,
                now);
    }
}
