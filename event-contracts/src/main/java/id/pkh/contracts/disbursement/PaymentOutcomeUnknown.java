package id.pkh.contracts.disbursement;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The bank did not respond in time; an officer asks the bank, and the payment is not sent again.
 *
 * @param paymentId entitlement payment
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param cycleCode payment cycle
 * @param amountIdr whole rupiah
 * @param bank paying bank
 * @param attempt 1 for the first instruction of the payment
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record PaymentOutcomeUnknown(
        UUID paymentId,
        UUID kpmId,
        String villageCode,
        String cycleCode,
        long amountIdr,
        String bank,
        int attempt,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
