package id.pkh.disbursement.payment;

import id.pkh.disbursement.cycle.CycleAnnouncements;
import id.pkh.disbursement.cycle.CycleSeals;
import id.pkh.disbursement.cycle.CycleSeals.SealLine;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.CycleSeal;
import id.pkh.disbursement.cycle.domain.CycleSeal.Sum;
import id.pkh.disbursement.cycle.domain.CycleStatus;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.entitlement.domain.Rupiah;
import id.pkh.disbursement.payment.domain.PaymentListHash;
import id.pkh.disbursement.payment.domain.PaymentState;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import id.pkh.disbursement.payment.domain.PaymentTransition;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;

/**
 * An officer freezes the payment list of a cycle. Its payable payments are sent to the banks; its
 * held payments wait for a compensating payment.
 */
@ApplicationScoped
public class SealCycle {

    private final Cycles cycles;
    private final CycleSeals seals;
    private final CycleAnnouncements announcements;
    private final Clock clock;

    SealCycle(Cycles cycles, CycleSeals seals, CycleAnnouncements announcements, Clock clock) {
        this.cycles = cycles;
        this.seals = seals;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Transactional
    public PaymentCycle handle(String cycleCode, String officer) {
        PaymentCycle cycle =
                cycles.lockForSealing(cycleCode).orElseThrow(() -> Refused.because("NOT_FOUND"));
        refuseUnlessSealable(cycle);
        CycleSeal seal = freeze(cycle, officer);
        seals.add(cycle.cycleId(), seal);
        long version = cycles.changeStatus(cycle.cycleId(), CycleStatus.SEALED);
        announcements.sealed(cycle, seal, version);
        return cycle;
    }

    private void refuseUnlessSealable(PaymentCycle cycle) {
        if (cycle.isSealed()) {
            throw Refused.because("CYCLE_ALREADY_SEALED").with("cycle_code", cycle.cycleCode());
        }
        if (cycle.status() != CycleStatus.CALCULATED) {
            throw Refused.because("CYCLE_NOT_CALCULATED")
                    .with("cycle_code", cycle.cycleCode())
                    .with("status", cycle.status().name());
        }
        long twice = seals.countPaidTwice(cycle);
        if (twice > 0) {
            throw Refused.because("CYCLE_PAYS_TWICE")
                    .with("cycle_code", cycle.cycleCode())
                    .with("families", twice);
        }
    }

    private CycleSeal freeze(PaymentCycle cycle, String officer) {
        Map<PaymentStatus, Sum> sums = new EnumMap<>(PaymentStatus.class);
        PaymentListHash hash =
                new PaymentListHash()
                        .line(
                                cycle.cycleCode(),
                                cycle.range().from().toString(),
                                cycle.range().until().toString(),
                                cycle.channel());
        seals.eachLine(
                cycle.cycleId(),
                line -> {
                    PaymentStatus status = sealedStatus(line);
                    sums.merge(
                            status,
                            Sum.NOTHING.plus(Rupiah.of(line.amountIdr())),
                            (sum, one) -> sum.plus(one.amount()));
                    hash.line(
                            line.kpmId().toString(),
                            line.paymentId().toString(),
                            line.villageCode(),
                            line.kind(),
                            Long.toString(line.amountIdr()),
                            status.name());
                });
        return new CycleSeal(
                sums.getOrDefault(PaymentStatus.PAYABLE, Sum.NOTHING),
                sums.getOrDefault(PaymentStatus.HELD, Sum.NOTHING),
                sums.getOrDefault(PaymentStatus.FORFEITED, Sum.NOTHING),
                hash.hex(),
                officer,
                clock.instant());
    }

    private static PaymentStatus sealedStatus(SealLine line) {
        return PaymentState.planned(PaymentStatus.valueOf(line.status()))
                .on(PaymentTransition.SEAL)
                .orElseThrow()
                .status();
    }
}
