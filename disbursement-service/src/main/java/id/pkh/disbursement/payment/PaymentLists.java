package id.pkh.disbursement.payment;

import id.pkh.disbursement.entitlement.domain.EntitlementLine;
import id.pkh.disbursement.sanction.domain.Step;
import id.pkh.platform.security.AreaScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Payments as people look at them: lists, sums, and what happened to one. */
public interface PaymentLists {

    /**
     * @param status NOT_ELIGIBLE lists the families that get nothing; null lists every payment
     * @param area only families in this area; null for all
     * @param scope what the caller may see
     * @param after place of the last line of the page before; null for the first page
     */
    record Filter(
            UUID cycleId,
            String status,
            AreaScope area,
            Boolean warned,
            UUID kpmId,
            AreaScope scope,
            Place after,
            int limit) {}

    /** Where a line stands in a list. */
    record Place(String villageCode, UUID kpmId, String kind) {}

    /** A line of a list; without a payment when the family gets nothing. */
    record Line(
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
            List<Step> steps,
            UUID compensates) {}

    /** Payments of one kind and status. */
    record StatusSum(String kind, String status, long payments, long amountIdr, long warned) {}

    /** Families that get nothing for one reason. */
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
    List<Line> lines(Filter filter);

    List<StatusSum> sums(UUID cycleId, AreaScope scope);

    List<ReasonCount> notEligible(UUID cycleId, AreaScope scope);

    Optional<Line> one(UUID paymentId);

    /** The oldest first. */
    List<Change> history(UUID paymentId);
}
