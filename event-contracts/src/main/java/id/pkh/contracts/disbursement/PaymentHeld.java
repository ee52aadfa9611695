package id.pkh.contracts.disbursement;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A payment was put on hold; it is paid when the suspension is lifted.
 *
 * @param paymentId entitlement payment
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param cycleCode payment cycle
 * @param amountIdr whole rupiah
 * @param decisionId decision that holds it
 * @param reasons reason codes
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record PaymentHeld(
        UUID paymentId,
        UUID kpmId,
        String villageCode,
        String cycleCode,
        long amountIdr,
        UUID decisionId,
        List<String> reasons,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
