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
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Records new facts about families and brings their payments in line: payments of cycles that are
 * not sealed are recomputed, those of sealed cycles are compensated.
 *
 * <p>The order of the locks keeps this apart from calculating and from sealing: first the families,
 * in the order of their ids, then the cycles that are not sealed.
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
     * @param kpmIds families that the facts are about
     * @param record stores the facts and returns the families for which they were new
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Collection<UUID> kpmIds, Supplier<Set<UUID>> record, Triggers triggers) {
        LockedFamilies locked = families.lock(kpmIds);
        Set<UUID> changed = record.get();
        if (changed.isEmpty()) {
            return;
        }
        recompute.handle(cycles.keepUnsealed(), locked, changed, triggers);
        compensate.handle(locked, changed, triggers);
        families.saveVersions(locked);
    }
}
