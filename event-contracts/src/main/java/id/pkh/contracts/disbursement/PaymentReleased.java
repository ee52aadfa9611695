package id.pkh.contracts.disbursement;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A held payment was released; this happens at most once.
 *
 * @param paymentId entitlement payment
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param cycleCode payment cycle
 * @param amountIdr whole rupiah
 * @param decisionId decision that held it
 * @param compensating true: the cycle was sealed, and a compensating payment was made
 * @param reason why
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record PaymentReleased(
        UUID paymentId,
        UUID kpmId,
        String villageCode,
        String cycleCode,
        long amountIdr,
        UUID decisionId,
        boolean compensating,
        String reason,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
