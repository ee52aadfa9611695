package id.pkh.disbursement.instruction;

import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.platform.security.AreaScope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Payments that were sent and whose families may be without their money: the bank refused them,
 * returned them, or did not respond. A payment that was tried again is not listed.
 */
public interface UnsettledPayments {

    /**
     * The filter of a list of payments of a cycle; null matches any value.
     *
     * @param scope areas that the caller may see
     * @param after position of the last payment of the previous page; null for the first page
     */
    record Filter(
            UUID cycleId,
            InstructionStatus status,
            String bank,
            String reason,
            AreaScope area,
            AreaScope scope,
            ListPosition after,
            int limit) {}

    /** The sort position of a payment, at which the next page begins. */
    record ListPosition(String villageCode, UUID paymentId) {}

    /**
     * @param messageId message id of the file that contained the payment
     * @param reason reason code of a refusal or a return; null otherwise
     * @param bankReason the bank's own reason codes; null where no report gave the status
     * @param bankReasonText what the bank added in its own words
     * @param correctionPending whether the family's account or name has to be corrected before it
     *     is sent again
     */
    record UnsettledPayment(
            UUID paymentId,
            UUID kpmId,
            String villageCode,
            long amountIdr,
            String bank,
            String messageId,
            UUID instructionId,
            int attempt,
            String status,
            String reason,
            String bankReason,
            String bankReasonText,
            String bankRef,
            Instant statusAt,
            boolean correctionPending) {}

    /** Returns payments by village; one more than the limit when there are more. */
    List<UnsettledPayment> page(Filter filter);
}
