package id.pkh.contracts.disbursement;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The field reported whether a family withdrew a payment. A later revision supersedes the former.
 *
 * @param reportId the revision of the report
 * @param paymentId entitlement payment
 * @param kpmId beneficiary family
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param cycleCode payment cycle
 * @param revision 1 for the first report about the payment
 * @param outcome WITHDRAWN, NOT_WITHDRAWN, or RETRACTED: nothing is known any more
 * @param amountIdr whole rupiah that were withdrawn; null unless WITHDRAWN
 * @param reasonCode why nothing was withdrawn; null unless NOT_WITHDRAWN
 * @param occurredOn day of the withdrawal, or the day on which the family was asked
 * @param recordedAt when the system recorded the fact
 */
public record WithdrawalReported(
        UUID reportId,
        UUID paymentId,
        UUID kpmId,
        String villageCode,
        String cycleCode,
        int revision,
        String outcome,
        Long amountIdr,
        String reasonCode,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
