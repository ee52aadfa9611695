package id.pkh.disbursement.money.messaging;

import id.pkh.contracts.disbursement.VillageCredited;
import id.pkh.disbursement.money.BatchReference;
import id.pkh.disbursement.money.CreditedVillages.FirstCredit;
import id.pkh.disbursement.money.VillageAnnouncements;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Appends first credits to the outbox. A village has one of a cycle, so their order is nothing. */
@ApplicationScoped
class OutboxVillageAnnouncements implements VillageAnnouncements {

    private static final long ONLY_EVENT = 1;

    private final Outbox outbox;

    OutboxVillageAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void announce(BatchReference batch, List<FirstCredit> first, Instant at) {
        LocalDate day = BusinessDates.on(at);
        outbox.appendAll(
                first.stream()
                        .map(
                                each ->
                                        new Sequenced(
                                                new VillageCredited(
                                                        each.creditId(),
                                                        each.cycleId(),
                                                        batch.cycleCode(),
                                                        each.villageCode(),
                                                        day,
                                                        at),
                                                ONLY_EVENT))
                        .toList());
    }
}
