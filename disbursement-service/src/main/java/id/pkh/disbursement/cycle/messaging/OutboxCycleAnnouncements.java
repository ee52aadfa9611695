package id.pkh.disbursement.cycle.messaging;

import id.pkh.contracts.disbursement.CycleOpened;
import id.pkh.contracts.disbursement.CycleSealed;
import id.pkh.disbursement.cycle.CycleAnnouncements;
import id.pkh.disbursement.cycle.domain.CycleSeal;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

@ApplicationScoped
class OutboxCycleAnnouncements implements CycleAnnouncements {

    private final Outbox outbox;
    private final Clock clock;

    OutboxCycleAnnouncements(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void opened(PaymentCycle cycle, long version) {
        outbox.append(
                new CycleOpened(
                        cycle.cycleId(),
                        cycle.cycleCode(),
                        cycle.range().from(),
                        cycle.range().until(),
                        cycle.channel(),
                        cycle.verificationPeriod(),
                        BusinessDates.today(clock),
                        clock.instant()),
                version);
    }

    @Override
    public void sealed(PaymentCycle cycle, CycleSeal seal, long version) {
        outbox.append(
                new CycleSealed(
                        cycle.cycleId(),
                        cycle.cycleCode(),
                        seal.list().payable().payments(),
                        seal.list().payable().amount().amount(),
                        seal.list().held().payments(),
                        seal.list().held().amount().amount(),
                        seal.sealedBy(),
                        BusinessDates.on(seal.sealedAt()),
                        seal.sealedAt()),
                version);
    }
}
