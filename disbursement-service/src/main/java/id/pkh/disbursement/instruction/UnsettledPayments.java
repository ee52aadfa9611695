package id.pkh.disbursement.instruction;

import id.pkh.disbursement.instruction.domain.InstructionStatus;
import id.pkh.platform.security.AreaScope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Payments that were sent and whose families may be without their money: the bank refused them, it
 * sent them back, or it did not respond. A payment that was tried again is not among them.
 */
public interface UnsettledPayments {

    /**
     * Which payments of a cycle are asked for; null for any.
     *
     * @param scope what the caller may see
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
     * @param messageId of the file in which the bank got it
     * @param reason reason code of a refusal; null otherwise
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
            String bankRef,
            Instant statusAt) {}

    /** By village; one more than the limit when there are more. */
    List<UnsettledPayment> page(Filter filter);
}
