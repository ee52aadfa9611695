package id.pkh.disbursement.cycle;

import id.pkh.disbursement.cycle.domain.CycleSeal;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Sealed lists, and the lists as they would be sealed. */
public interface CycleSeals {

    /** A line of the list, as it is hashed. */
    record Line(
            UUID kpmId,
            UUID paymentId,
            String villageCode,
            String kind,
            long amountIdr,
            String status) {}

    /** The lines of a cycle's list in their order: by family. */
    void eachLine(UUID cycleId, Consumer<Line> reader);

    /**
     * Families on this list that a sealed list of the other channel has for some of the same days.
     */
    long countPaidTwice(PaymentCycle cycle);

    void add(UUID cycleId, CycleSeal seal);

    Optional<CycleSeal> of(UUID cycleId);

    /** A cycle with its seal. */
    record SealedCycle(UUID cycleId, String cycleCode, CycleSeal seal) {}

    /** Those sealed since then, in the order of their sealing. */
    List<SealedCycle> since(Instant then);
}
