package id.pkh.disbursement.finding;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Findings about payments of a batch. Before the approval they are those that were made of its
 * content last; afterwards those that the approver has acknowledged.
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
     * Makes the findings of the present content of a batch, which is locked, and keeps them for
     * whoever reads them next.
     */
    Summary make(UUID batchId, Instant at);

    /**
     * What was made of other batches is no longer right, because payments of this one, with the
     * same account, are paid by no file any more.
     */
    void forgetSharedWith(UUID batchId);

    /** What was made of batches with these families is no longer right. */
    void forgetOf(Collection<UUID> kpmIds);

    /**
     * Keeps what was just made of a batch with the person who acknowledges it. Keeps nothing where
     * nothing was found.
     */
    void acknowledge(UUID batchId, Summary made, String by, Instant at);
}
