package id.pkh.contracts.disbursement;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A family's entitlement of a cycle was calculated, or calculated again.
 *
 * @param paymentId entitlement payment
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param cycleCode payment cycle
 * @param amountIdr whole rupiah
 * @param status PAYABLE, HELD, FORFEITED, or NOT_ELIGIBLE with an amount of 0
 * @param warned whether a warning is active
 * @param reasons reason codes of status and warning
 * @param components the parts of the amount
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record EntitlementCalculated(
        UUID paymentId,
        UUID kpmId,
        String villageCode,
        String cycleCode,
        long amountIdr,
        String status,
        boolean warned,
        List<String> reasons,
        List<ComponentAmount> components,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
