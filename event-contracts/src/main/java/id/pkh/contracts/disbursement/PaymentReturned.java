package id.pkh.contracts.disbursement;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The bank sent a credited payment back; an officer may instruct it again when the account is
 * corrected.
 *
 * @param paymentId entitlement payment
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param cycleCode payment cycle
 * @param amountIdr whole rupiah
 * @param bank paying bank
 * @param attempt 1 for the first instruction of the payment
 * @param reason reason code
 * @param occurredOn day on which the bank booked the return
 * @param recordedAt when the system recorded the fact
 */
public record PaymentReturned(
        UUID paymentId,
        UUID kpmId,
        String villageCode,
        String cycleCode,
        long amountIdr,
        String bank,
        int attempt,
        String reason,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
