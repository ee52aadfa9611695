package id.pkh.disbursement.payment;

import id.pkh.disbursement.entitlement.domain.EntitlementLine;
import id.pkh.disbursement.instruction.domain.StatusAtBank;
import id.pkh.disbursement.sanction.domain.LadderStep;
import id.pkh.platform.security.AreaScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The payment list for officers and facilitators: its lines, its sums, and the history of a
 * payment.
 */
public interface PaymentLists {

    /**
     * @param status NOT_ELIGIBLE lists the families that are not eligible; null lists every payment
     * @param bank only payments whose latest attempt is at this bank; null for all
     * @param atBank the status of the latest attempt; null for any status
     * @param refusal reason code of the refusal of the latest attempt; null for any
     * @param area only families in this area; null for all
     * @param scope areas that the caller may see
     * @param after position of the last line of the previous page; null for the first page
     */
    record Filter(
            UUID cycleId,
            String status,
            String bank,
            StatusAtBank atBank,
            String refusal,
            AreaScope area,
            Boolean warned,
            UUID kpmId,
            AreaScope scope,
            ListPosition after,
            int limit) {}

    /** The sort position of a line, at which the next page begins. */
    record ListPosition(String villageCode, UUID kpmId, String kind) {}

    /** The sort position of a line of a family: cycle and kind. */
    record FamilyPosition(String cycleCode, String kind) {}

    /**
     * The latest attempt to pay. An attempt that was voided before it was sent does not count.
     *
     * @param number 1 for the first time
     * @param status a {@link StatusAtBank}
     * @param reason reason code of a refusal; null otherwise
     * @param bankRef the last reference that the bank gave; null where it gave none
     */
    record Attempt(
            String bank,
            int number,
            String status,
            String reason,
            String bankRef,
            Instant statusAt) {}

    /**
     * A line of the list. It has no payment when the family is not eligible, and no attempt when
     * nothing was instructed.
     */
    record PaymentLine(
            UUID paymentId,
            UUID kpmId,
            String villageCode,
            String cycleCode,
            String kind,
            boolean sealed,
            long amountIdr,
            String status,
            boolean warned,
            List<String> reasons,
            List<UUID> blockedBy,
            List<EntitlementLine> lines,
            List<LadderStep> steps,
            UUID compensates,
            Attempt attempt) {}

    /** Payments of one kind and status. */
    record StatusSum(String kind, String status, long payments, long amountIdr, long warned) {}

    /** Families that are not eligible for one reason. */
    record ReasonCount(String reason, long families) {}

    /** A change of one payment. */
    record Change(
            String oldStatus,
            String newStatus,
            long amountIdr,
            boolean warned,
            List<String> reasons,
            List<UUID> blockedBy,
            String cause,
            String causeId,
            Instant recordedAt) {}

    /** Returns lines by village, family and kind; one more than the limit when there are more. */
    List<PaymentLine> lines(Filter filter);

    /**
     * Returns the family's payments in the areas, and the cycles in which it is not eligible, the
     * latest cycle first; one more than the limit when there are more.
     */
    List<PaymentLine> ofFamily(UUID kpmId, AreaScope scope, FamilyPosition after, int limit);

    List<StatusSum> sums(UUID cycleId, AreaScope scope);

    List<ReasonCount> notEligible(UUID cycleId, AreaScope scope);

    Optional<PaymentLine> one(UUID paymentId);

    /** Returns the oldest first. */
    List<Change> history(UUID paymentId);
}
