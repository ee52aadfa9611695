package id.pkh.disbursement.money;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where a cycle was credited. */
public interface CreditedVillages {

    /** A village in which no payment of the cycle was credited before. */
    record FirstCredit(UUID creditId, UUID cycleId, String villageCode) {}

    /** Adds the villages of a batch; returns those that are new. */
    List<FirstCredit> add(UUID batchId, Collection<String> villageCodes, LocalDate learntOn);
}
