package id.pkh.disbursement.cycle;

import id.pkh.disbursement.cycle.domain.CycleSeal;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The seals of cycles, and the lines that a seal is made of. */
public interface CycleSeals {

    /** A line of the list, as it is hashed. */
    record SealLine(
            UUID kpmId,
            UUID paymentId,
            String villageCode,
            String kind,
            long amountIdr,
            String status) {}

    /** Reads the lines of a cycle's list, ordered by family. */
    void eachLine(UUID cycleId, Consumer<SealLine> reader);

    /**
     * Families on this list that are also on a sealed list of the other channel for some of the
     * same days.
     */
    long countPaidTwice(PaymentCycle cycle);

    void add(UUID cycleId, CycleSeal seal);

    Optional<CycleSeal> of(UUID cycleId);

    /** A cycle with its seal. */
    record SealedCycle(UUID cycleId, String cycleCode, CycleSeal seal) {}

    /** Cycles sealed since then, in the order of their sealing. */
    List<SealedCycle> since(Instant then);
}
