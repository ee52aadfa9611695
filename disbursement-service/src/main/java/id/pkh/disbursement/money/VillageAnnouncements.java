package id.pkh.disbursement.money;

import id.pkh.disbursement.money.CreditedVillages.FirstCredit;
import java.time.Instant;
import java.util.List;

/** Publishes where a cycle was credited. */
public interface VillageAnnouncements {

    void announce(BatchReference batch, List<FirstCredit> first, Instant at);
}
