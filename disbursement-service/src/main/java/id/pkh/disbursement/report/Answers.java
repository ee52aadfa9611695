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

    /** Families of the batch's instructions with these ids, of payments or of instructions. */
    List<UUID> families(UUID batchId, Collection<UUID> ids);

    /** Those instructions, locked; only after their families. */
    List<Instructed> lock(UUID batchId, Collection<UUID> ids);

    /** Instructions of the batch that the bank has said nothing of. */
    List<UUID> silent(UUID batchId, int limit);

    void move(List<Move> moves, String cause, String causeId, Instant at);
}
