package id.pkh.disbursement.work;

import id.pkh.platform.security.AreaScope;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Payments that were credited and about which nobody has reported whether they were withdrawn. */
public interface UnreportedWithdrawals {

    /** A cycle whose list was sealed. */
    record SealedCycle(UUID cycleId, String cycleCode, LocalDate coversFrom) {}

    /**
     * The families of a village, and the day on which the first of them was credited.
     *
     * @param withdrawalDay the last one that was announced to its groups; null when there is none
     */
    record OfVillage(
            String villageCode, LocalDate creditedOn, LocalDate withdrawalDay, int families) {}

    /** The latest first. */
    List<SealedCycle> latestCycles(int limit);

    /**
     * @param creditedUntil only payments that were credited on this day or before
     */
    List<OfVillage> byVillage(SealedCycle cycle, LocalDate creditedUntil, AreaScope areas);
}
