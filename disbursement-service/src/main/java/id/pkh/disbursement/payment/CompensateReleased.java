package id.pkh.disbursement.payment;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.payment.domain.Payment;
import id.pkh.disbursement.payment.domain.PaymentChange;
import id.pkh.disbursement.payment.domain.ReleaseRule;
import id.pkh.disbursement.payment.domain.ReleaseRule.Release;
import id.pkh.disbursement.sanction.domain.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Compensates families for payments that a sealed list withheld, once every decision against them
 * has been lifted. Each withheld payment is compensated once, however often and in whatever order
 * the facts arrive.
 */
@ApplicationScoped
public class CompensateReleased {

    private final PaymentFamilies families;
    private final Payments payments;
    private final Cycles cycles;
    private final PaymentAnnouncements announcements;
    private final Clock clock;

    CompensateReleased(
            PaymentFamilies families,
            Payments payments,
            Cycles cycles,
            PaymentAnnouncements announcements,
            Clock clock) {
        this.families = families;
        this.payments = payments;
        this.cycles = cycles;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public int handle(LockedFamilies locked, Set<UUID> kpmIds, Triggers triggers) {
        List<Payment> withheld = payments.withheldInSealedCycles(kpmIds);
        if (withheld.isEmpty()) {
            return 0;
        }
        Map<UUID, Decision> decisions = families.decisionsOn(kpmIds);
        List<Payment> compensating = new ArrayList<>();
        Map<UUID, Release> releases = new HashMap<>();
        for (Payment payment : withheld) {
            ReleaseRule.release(payment.blockedBy(), decisions)
                    .ifPresent(
                            release -> {
                                UUID paymentId = UuidCreator.getTimeOrderedEpoch();
                                compensating.add(payment.compensation(paymentId, release.reason()));
                                releases.put(paymentId, release);
                            });
        }
        Set<UUID> added = payments.addCompensating(compensating, triggers, clock.instant());
        Map<UUID, PaymentCycle> cyclesById =
                cycles.byIds(
                        compensating.stream().map(Payment::cycleId).collect(Collectors.toSet()));
        List<AnnouncedChange> changes =
                compensating.stream()
                        .filter(payment -> added.contains(payment.paymentId()))
                        .map(
                                payment ->
                                        new AnnouncedChange(
                                                cyclesById.get(payment.cycleId()),
                                                new PaymentChange(null, payment),
                                                releases.get(payment.paymentId())))
                        .toList();
        announcements.announce(changes, locked, triggers);
        return changes.size();
    }
}
