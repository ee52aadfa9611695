package id.pkh.disbursement.payment.messaging;

import id.pkh.contracts.Event;
import id.pkh.disbursement.payment.AnnouncedChange;
import id.pkh.disbursement.payment.LockedFamilies;
import id.pkh.disbursement.payment.PaymentAnnouncements;
import id.pkh.disbursement.payment.Triggers;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Appends payment events to the outbox, with all events of one cause in one call. */
@ApplicationScoped
class OutboxPaymentAnnouncements implements PaymentAnnouncements {

    private final Outbox outbox;
    private final Clock clock;

    OutboxPaymentAnnouncements(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void announce(
            List<AnnouncedChange> changes, LockedFamilies families, Triggers triggers) {
        Instant now = clock.instant();
        LocalDate today = BusinessDates.on(now);
        Map<Causation, List<Sequenced>> byCause = new LinkedHashMap<>();
        for (AnnouncedChange announced : changes) {
            UUID kpmId = announced.change().kpmId();
            List<Sequenced> events =
                    byCause.computeIfAbsent(
                            triggers.of(kpmId).causation(), cause -> new ArrayList<>());
            for (Event event : PaymentEvents.of(announced, today, now)) {
                events.add(new Sequenced(event, families.nextVersion(kpmId)));
            }
        }
        byCause.forEach((cause, events) -> cause.run(() -> outbox.appendAll(events)));
    }
}
