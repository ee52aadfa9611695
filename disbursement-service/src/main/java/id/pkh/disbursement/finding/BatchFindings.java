package id.pkh.disbursement.finding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Findings about payments of a batch. Before the approval they are those of now; afterwards those
 * that the approver has acknowledged.
 */
public interface BatchFindings {

    /**
     * @param detail number of other families, day of the change, or reason of the refusal; null
     *     where there is nothing more to say
     */
    record Finding(
            int lineNo,
            String kind,
            UUID paymentId,
            UUID kpmId,
            String villageCode,
            long amountIdr,
            String detail) {}

    /** The findings of one kind. */
    record OfKind(String kind, long findings, long amountIdr) {}

    /**
     * All findings of a batch.
     *
     * @param payments number of payments with a finding
     * @param amountIdr their sum
     * @param sha256 hash of all findings in their order
     */
    record Summary(
            long findings, long payments, long amountIdr, String sha256, List<OfKind> kinds) {}

    /** The place after which a page begins. */
    record Place(int lineNo, String kind) {

        public static final Place FIRST = new Place(0, "");
    }

    Summary summary(UUID batchId);

    /**
     * @param kind null for all kinds
     */
    List<Finding> after(UUID batchId, String kind, Place after, int limit);

    /**
     * Keeps the findings as they are now with the person who acknowledges them, and returns their
     * summary. Keeps nothing where there are none.
     */
    Summary acknowledge(UUID batchId, String by, Instant at);
}
