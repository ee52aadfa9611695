package id.pkh.disbursement.payment;

import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.payment.domain.Payment;
import id.pkh.disbursement.payment.domain.PaymentChange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The payments of all cycles, with their history. */
public interface Payments {

    /** The regular payment of each family in the cycle. */
    Map<UUID, Payment> regular(UUID cycleId, Collection<UUID> kpmIds);

    /** The recorded ineligibility of those families that are not eligible in the cycle. */
    Map<UUID, Ineligibility> ineligible(UUID cycleId, Collection<UUID> kpmIds);

    /** Families that a sealed list of the other channel pays for some of the cycle's days. */
    Set<UUID> coveredElsewhere(PaymentCycle cycle, Collection<UUID> kpmIds);

    /** Regular payments of sealed cycles that were blocked and have not been compensated. */
    List<Payment> withheldInSealedCycles(Collection<UUID> kpmIds);

    /** Writes regular payments, and a history row for each change that needs one. */
    void save(List<PaymentChange> changes, Triggers triggers, Instant now);

    /** Adds the compensating payments that do not exist yet and returns their ids. */
    Set<UUID> addCompensating(List<Payment> payments, Triggers triggers, Instant now);

    void saveIneligible(UUID cycleId, List<Ineligibility> families, Instant now);

    void removeIneligible(UUID cycleId, Collection<UUID> kpmIds);
}
