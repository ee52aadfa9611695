package id.pkh.contracts.disbursement;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An officer took the payment out of a file before it was sent; another file may have it when the
 * family's account or name is settled.
 *
 * @param paymentId entitlement payment
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param cycleCode payment cycle
 * @param amountIdr whole rupiah
 * @param bank paying bank
 * @param attempt 1 for the first instruction of the payment
 * @param reason reason code
 * @param occurredOn day on which it was taken out
 * @param recordedAt when the system recorded the fact
 */
public record PaymentTakenOut(
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
