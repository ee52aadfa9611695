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
     * Refuses with CYCLE_ALREADY_OPEN or CYCLE_OVERLAPS when there is such a cycle, even if it was
     * opened just now.
     */
    void add(PaymentCycle cycle, String openedBy, Instant openedAt);

    Optional<PaymentCycle> byCode(String cycleCode);

    /** The latest first, from behind the given one on. */
    List<PaymentCycle> page(LocalDate afterCoversFrom, String afterCode, int limit);

    Map<UUID, PaymentCycle> byIds(Collection<UUID> cycleIds);

    /**
     * The cycles that have payments and are not sealed, kept from being sealed until the end of the
     * transaction. Only after the families have been locked.
     */
    List<PaymentCycle> keepUnsealed();

    /** The cycle, kept for this transaction alone, so that nobody else begins a calculation. */
    Optional<PaymentCycle> lockForCalculation(String cycleCode);

    /** The cycle, for this transaction alone, when no change of its payments is under way. */
    Optional<PaymentCycle> lockForSealing(String cycleCode);

    /** Keeps one cycle from being sealed until the end of the transaction. */
    PaymentCycle keepUnsealed(UUID cycleId);

    /** The version of the cycle after the change. */
    long turn(UUID cycleId, CycleStatus status);

    /** Bank cycles that are not sealed and cover some of these days have to be calculated again. */
    void reopenBankCyclesBeside(PaymentCycle posCycle);
}
