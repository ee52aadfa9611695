package id.pkh.disbursement.report;

import id.pkh.disbursement.money.domain.MoneyState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Instructions as the bank's answers find and move them. */
public interface Answers {

    /**
     * An instruction with the bank.
     *
     * @param reportId report of the last word; null before the first
     */
    record Instructed(
            UUID instructionId,
            UUID paymentId,
            UUID kpmId,
            UUID cycleId,
            String villageCode,
            long amountIdr,
            int attempt,
            MoneyState state,
            String bankRef,
            UUID reportId) {

        Instructed in(MoneyState next, String newBankRef, UUID newReportId) {
            return new Instructed(
                    instructionId,
                    paymentId,
                    kpmId,
                    cycleId,
                    villageCode,
                    amountIdr,
                    attempt,
                    next,
                    newBankRef == null ? bankRef : newBankRef,
                    newReportId == null ? reportId : newReportId);
        }
    }

    /** One step of an instruction; several steps of one are in their order. */
    record Move(Instructed before, Instructed after) {}

    /** An instruction by what it can be named, and its family. */
    record Named(UUID instructionId, UUID paymentId, UUID kpmId) {}

    /** The batch's instructions with these ids, or of these payments. */
    List<Named> named(UUID batchId, Collection<UUID> instructionIds, Collection<UUID> paymentIds);

    /** Those instructions as they stand; only once their families are locked, which keeps them. */
    List<Instructed> ofLocked(Collection<UUID> instructionIds);

    /** Instructions of the batch that the bank has said nothing of. */
    List<UUID> silent(UUID batchId, int limit);

    void move(List<Move> moves, String cause, String causeId, Instant at);
}
