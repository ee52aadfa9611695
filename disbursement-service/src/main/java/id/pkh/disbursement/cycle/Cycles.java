package id.pkh.disbursement.cycle;

import id.pkh.disbursement.cycle.domain.CycleStatus;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All payment cycles. */
public interface Cycles {

    /**
     * Refuses with CYCLE_ALREADY_OPEN or CYCLE_OVERLAPS when there is such a cycle, even if another
     * transaction opened it at the same time.
     */
    void add(PaymentCycle cycle, String openedBy, Instant openedAt);

    Optional<PaymentCycle> byCode(String cycleCode);

    /** The latest first, starting after the given cycle. */
    List<PaymentCycle> page(LocalDate afterCoversFrom, String afterCode, int limit);

    Map<UUID, PaymentCycle> byIds(Collection<UUID> cycleIds);

    /**
     * The cycles that have payments and are not sealed. Prevents their sealing until the end of the
     * transaction. Call it only after the families have been locked.
     */
    List<PaymentCycle> keepUnsealed();

    /** Locks the cycle, so that no other transaction begins a calculation. */
    Optional<PaymentCycle> lockForCalculation(String cycleCode);

    /** Locks the cycle as soon as no other transaction is changing its payments. */
    Optional<PaymentCycle> lockForSealing(String cycleCode);

    /** Prevents the sealing of one cycle until the end of the transaction. */
    PaymentCycle keepUnsealed(UUID cycleId);

    /** The version of the cycle after the change. */
    long changeStatus(UUID cycleId, CycleStatus status);

    /**
     * Sets bank cycles that are not sealed and cover some of the same days back to open, because
     * they have to be calculated again.
     */
    void reopenBankCyclesBeside(PaymentCycle posCycle);
}
