package id.pkh.disbursement.withdrawal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The payments that reports are about. */
public interface ReportablePayments {

    /**
     * @param sentAt when the payment was first sent to a bank; null when it was not
     * @param cycleFrom first day of the cycle, on which its policy is chosen
     * @param sealSha256 hash of the sealed list; null when the cycle is not sealed
     */
    record ReportablePayment(
            UUID paymentId,
            UUID kpmId,
            UUID cycleId,
            String cycleCode,
            LocalDate cycleFrom,
            String sealSha256,
            String villageCode,
            long amountIdr,
            Instant sentAt) {}

    /** The payments by the keys that name them. A key that names none is left out. */
    Map<PaymentKey, ReportablePayment> named(Collection<PaymentKey> keys);
}
