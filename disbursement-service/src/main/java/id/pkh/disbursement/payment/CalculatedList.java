package id.pkh.disbursement.payment;

import id.pkh.disbursement.cycle.CycleSeals;
import id.pkh.disbursement.cycle.CycleSeals.SealLine;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.CycleStatus;
import id.pkh.disbursement.cycle.domain.ListFigures;
import id.pkh.disbursement.cycle.domain.ListFigures.Sum;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.entitlement.BenefitIndexes;
import id.pkh.disbursement.entitlement.domain.Rupiah;
import id.pkh.disbursement.payment.domain.PaymentListHash;
import id.pkh.disbursement.payment.domain.PaymentState;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import id.pkh.disbursement.payment.domain.PaymentTransition;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** The list of a calculated cycle, while no transaction changes it. */
@ApplicationScoped
class CalculatedList {

    private final Cycles cycles;
    private final BenefitIndexes indexes;
    private final CycleSeals seals;

    CalculatedList(Cycles cycles, BenefitIndexes indexes, CycleSeals seals) {
        this.cycles = cycles;
        this.indexes = indexes;
        this.seals = seals;
    }

    /** Locks the cycle, and refuses unless its list can be sealed. */
    PaymentCycle lock(String cycleCode) {
        PaymentCycle cycle =
                cycles.lockForSealing(cycleCode).orElseThrow(() -> Refused.because("NOT_FOUND"));
        if (cycle.isSealed()) {
            throw Refused.because("CYCLE_ALREADY_SEALED").with("cycle_code", cycle.cycleCode());
        }
        if (cycle.status() != CycleStatus.CALCULATED) {
            throw Refused.because("CYCLE_NOT_CALCULATED")
                    .with("cycle_code", cycle.cycleCode())
                    .with("status", cycle.status().name());
        }
        indexes.requireRatesOn(cycle.range().from());
        return cycle;
    }

    /** The figures of a locked list, which must not pay a family twice. */
    ListFigures figures(PaymentCycle cycle) {
        long twice = seals.countPaidTwice(cycle);
        if (twice > 0) {
            throw Refused.because("CYCLE_PAYS_TWICE")
                    .with("cycle_code", cycle.cycleCode())
                    .with("families", twice);
        }
        return count(cycle);
    }

    private ListFigures count(PaymentCycle cycle) {
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
        return new ListFigures(
                sums.getOrDefault(PaymentStatus.PAYABLE, Sum.NOTHING),
                sums.getOrDefault(PaymentStatus.HELD, Sum.NOTHING),
                sums.getOrDefault(PaymentStatus.FORFEITED, Sum.NOTHING),
                hash.hex());
    }

    private static PaymentStatus sealedStatus(SealLine line) {
        return PaymentState.planned(PaymentStatus.valueOf(line.status()))
                .on(PaymentTransition.SEAL)
                .orElseThrow()
                .status();
    }
}
