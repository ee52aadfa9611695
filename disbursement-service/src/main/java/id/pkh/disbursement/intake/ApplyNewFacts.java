package id.pkh.disbursement.intake;

import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.payment.CompensateReleased;
import id.pkh.disbursement.payment.LockedFamilies;
import id.pkh.disbursement.payment.PaymentFamilies;
import id.pkh.disbursement.payment.RecomputePayments;
import id.pkh.disbursement.payment.Triggers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Records new facts about families and updates their payments: payments of cycles that are not
 * sealed are recomputed, and withheld payments of sealed cycles are compensated.
 *
 * <p>The order of the locks prevents conflicts with calculations and with sealing: first the
 * families, in the order of their ids, then the cycles that are not sealed.
 */
@ApplicationScoped
public class ApplyNewFacts {

    private final PaymentFamilies families;
    private final Cycles cycles;
    private final RecomputePayments recompute;
    private final CompensateReleased compensate;

    ApplyNewFacts(
            PaymentFamilies families,
            Cycles cycles,
            RecomputePayments recompute,
            CompensateReleased compensate) {
        this.families = families;
        this.cycles = cycles;
        this.recompute = recompute;
        this.compensate = compensate;
    }

    /**
     * @param kpmIds families that the facts concern
     * @param record stores the facts and returns the new ones
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void handle(Collection<UUID> kpmIds, Supplier<NewFacts> record, Triggers triggers) {
        LockedFamilies locked = families.lock(kpmIds);
        NewFacts found = record.get();
        if (found.families().isEmpty()) {
            return;
        }
        recompute.handle(cycles.keepUnsealed(), locked, found.families(), triggers);
        if (!found.decided().isEmpty()) {
            compensate.handle(locked, found.decided(), triggers);
        }
        families.saveVersions(locked);
    }
}
