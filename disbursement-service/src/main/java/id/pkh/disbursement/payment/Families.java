package id.pkh.disbursement.payment;

import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.payment.domain.FamilyFacts;
import id.pkh.disbursement.sanction.domain.Decision;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Families as their payments see them: one lock and one version each, and all facts known of them.
 */
public interface Families {

    /**
     * Locks the families, in the order of their ids, until the end of the transaction. Nothing
     * about their payments or the facts behind them is read or written before.
     */
    LockedFamilies lock(Collection<UUID> kpmIds);

    /** The same for families that have payments, and so are known. */
    LockedFamilies lockKnown(Collection<UUID> kpmIds);

    void saveVersions(LockedFamilies families);

    /** What is known of each; a family that the registry has not told of is left out. */
    Map<UUID, FamilyFacts> factsOf(Collection<UUID> kpmIds);

    /** All decisions on these families, standing and lifted, by their id. */
    Map<UUID, Decision> decisionsOn(Collection<UUID> kpmIds);

    /** The next families, by id, that a calculation of the cycle has to look at. */
    List<UUID> toCalculate(PaymentCycle cycle, UUID after, int limit);

    long countToCalculate(PaymentCycle cycle);
}
