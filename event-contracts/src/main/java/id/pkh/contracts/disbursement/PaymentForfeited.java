package id.pkh.contracts.disbursement;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A payment was forfeited by a decision and is not paid.
 *
 * @param paymentId entitlement payment
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param cycleCode payment cycle
 * @param amountIdr whole rupiah
 * @param decisionId decision that forfeits it
 * @param reasons reason codes
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record PaymentForfeited(
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
