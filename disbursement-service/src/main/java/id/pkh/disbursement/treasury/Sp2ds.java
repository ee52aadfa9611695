package id.pkh.disbursement.treasury;

import id.pkh.disbursement.treasury.domain.Sp2d;
import id.pkh.disbursement.treasury.domain.TreasuryBalance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The documents of the treasury, of all cycles. */
public interface Sp2ds {

    /**
     * Locks the documents of a cycle and bank, so that no other transaction counts on the same
     * money.
     */
    void lock(UUID cycleId, String bank);

    void add(Sp2d sp2d);

    Optional<Sp2d> byId(UUID sp2dId);

    /** Whether a document with this number waits or is in force, apart from the given one. */
    boolean isKnown(String number, UUID exceptId);

    /** Whether a correction of the document waits or was approved. */
    boolean isCorrected(UUID sp2dId);

    void approve(UUID sp2dId, String by, Instant at);

    void refuse(UUID sp2dId, String by, Instant at, String reason);

    void supersede(UUID sp2dId, UUID by);

    /** Returns documents in the order in which they were recorded; one more than the limit. */
    List<Sp2d> ofCycle(UUID cycleId, String bank, UUID after, int limit);

    TreasuryBalance balance(UUID cycleId, String bank);

    /** The balances of the banks that have a document or a sent file, by bank. */
    List<TreasuryBalance> balances(UUID cycleId);
}
