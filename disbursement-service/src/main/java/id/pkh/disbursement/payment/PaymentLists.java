package id.pkh.disbursement.payment;

import id.pkh.disbursement.entitlement.domain.EntitlementLine;
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
     * @param area only families in this area; null for all
     * @param scope what the caller may see
     * @param after position of the last line of the previous page; null for the first page
     */
    record Filter(
            UUID cycleId,
            String status,
            AreaScope area,
            Boolean warned,
            UUID kpmId,
            AreaScope scope,
            ListPosition after,
            int limit) {}

    /** The sort position of a line, at which the next page begins. */
    record ListPosition(String villageCode, UUID kpmId, String kind) {}

    /** A line of the list. It has no payment when the family is not eligible. */
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
            UUID compensates) {}

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

    /** Lines by village, family and kind; one more than the limit when there are more. */
    List<PaymentLine> lines(Filter filter);

    List<StatusSum> sums(UUID cycleId, AreaScope scope);

    List<ReasonCount> notEligible(UUID cycleId, AreaScope scope);

    Optional<PaymentLine> one(UUID paymentId);

    /** The oldest first. */
    List<Change> history(UUID paymentId);
}
