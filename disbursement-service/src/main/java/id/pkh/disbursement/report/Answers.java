package id.pkh.disbursement.report;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Instructions as the lines of the banks' answers name them. */
public interface Answers {

    /**
     * An instruction by what it can be named.
     *
     * @param lineNo its line in the batch, from 1
     */
    record Named(int lineNo, UUID instructionId, UUID paymentId) {}

    /** An instruction as people are told of it. */
    record Instructed(
            int lineNo,
            UUID instructionId,
            UUID paymentId,
            UUID kpmId,
            String villageCode,
            long amountIdr) {}

    /** The names of some pages of the batch's instructions from this page on, in their order. */
    List<PageNames> names(UUID batchId, int fromPage, int limit);

    /** The batch's instructions with these ids, or of these payments. */
    List<Named> named(UUID batchId, Collection<UUID> instructionIds, Collection<UUID> paymentIds);

    /** The instructions on these lines of the batch. */
    List<Instructed> on(UUID batchId, Collection<Integer> lineNos);
}
