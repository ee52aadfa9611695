package id.pkh.disbursement.situation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What is known about payments apart from the payment list. */
public interface PaymentFacts {

    /**
     * @param compensatedBy the payment that makes up for this one; null for none
     * @param leftOutReason why the last preparation could not put it into a file; null otherwise
     * @param takenOutReason why it was taken out of a file and is held; null otherwise
     * @param outcome WITHDRAWN or NOT_WITHDRAWN by the latest report; null when nothing is reported
     * @param withdrawalReason why the family has not withdrawn; null otherwise
     */
    record OtherFacts(
            UUID paymentId,
            LocalDate coversFrom,
            LocalDate coversUntil,
            boolean isSealed,
            UUID compensatedBy,
            String leftOutReason,
            Instant leftOutAt,
            String takenOutReason,
            Instant takenOutAt,
            String outcome,
            String withdrawalReason) {}

    Map<UUID, OtherFacts> of(Collection<UUID> paymentIds);
}
