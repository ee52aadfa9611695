package id.pkh.disbursement.payment;

import id.pkh.disbursement.cycle.Cycles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * New facts came in about some families: records them and brings these families' payments in line,
 * those of cycles that are not sealed by recomputing them, those of sealed ones by compensating.
 *
 * <p>The order of the locks keeps this apart from calculations and from sealing: first the
 * families, in the order of their ids, then the cycles that are not sealed.
 */
@ApplicationScoped
public class LookAgain {

    private final Families families;
    private final Cycles cycles;
    private final RecomputePayments recompute;
    private final CompensateReleased compensate;

    LookAgain(
            Families families,
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
     * @param record writes the facts down and says about which families they were new
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void after(Collection<UUID> kpmIds, Supplier<Set<UUID>> record, Occasions occasions) {
        LockedFamilies locked = families.lock(kpmIds);
        Set<UUID> changed = record.get();
        if (changed.isEmpty()) {
            return;
        }
        recompute.handle(cycles.keepUnsealed(), locked, changed, occasions);
        compensate.handle(locked, changed, occasions);
        families.saveVersions(locked);
    }
}
