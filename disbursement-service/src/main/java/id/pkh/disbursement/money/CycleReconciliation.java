package id.pkh.disbursement.money;

import id.pkh.disbursement.money.domain.MoneyBalance.Tally;
import java.util.List;
import java.util.UUID;

/** Shows where the money of a sealed cycle is. */
public interface CycleReconciliation {

    /**
     * Payments of one kind, bank and status.
     *
     * @param bank the bank to which they were instructed; null when they were not instructed
     * @param status a {@link id.pkh.disbursement.instruction.domain.StatusAtBank}
     */
    record Position(String kind, String bank, String status, long payments, long amountIdr) {

        Tally tally() {
            return new Tally(payments, amountIdr);
        }
    }

    /**
     * Returns every payable payment of the cycle in exactly one position: that of its latest
     * attempt.
     */
    List<Position> positions(UUID cycleId);

    /**
     * Returns the batches whose instructions do not match the figures of the batch, and the
     * difference.
     */
    Tally unbalancedBatches(UUID cycleId);

    /** Returns the payments that were credited more than once without a return, and the surplus. */
    Tally paidTwice(UUID cycleId);
}
