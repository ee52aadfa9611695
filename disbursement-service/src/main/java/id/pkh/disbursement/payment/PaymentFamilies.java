package id.pkh.disbursement.payment;

import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.payment.domain.FamilyFacts;
import id.pkh.disbursement.sanction.domain.Decision;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Families with the data that their payments need: one lock, one version, and all known facts. */
public interface PaymentFamilies {

    /**
     * Locks the families, in the order of their ids, until the end of the transaction. Their
     * payments and facts must not be read or written before.
     */
    LockedFamilies lock(Collection<UUID> kpmIds);

    /**
     * Raises the version of each family by the number of its new events. The families must be
     * known. It locks them as {@link #lock} does, but the versions are already saved.
     */
    LockedFamilies raiseVersions(Map<UUID, Integer> eventsOf);

    void saveVersions(LockedFamilies families);

    /**
     * The facts of each family. A family whose state the registry has not published yet is left
     * out.
     */
    Map<UUID, FamilyFacts> factsOf(Collection<UUID> kpmIds);

    /** All decisions on these families, in effect and lifted, by their id. */
    Map<UUID, Decision> decisionsOn(Collection<UUID> kpmIds);

    /** The next families, by id, that a calculation of the cycle has to assess. */
    List<UUID> toCalculate(PaymentCycle cycle, UUID after, int limit);

    long countToCalculate(PaymentCycle cycle);
}
