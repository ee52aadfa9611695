package id.pkh.disbursement.money;

import id.pkh.disbursement.money.domain.MoneyBalance.Tally;
import java.util.List;
import java.util.UUID;

/** Where the rupiah of a sealed cycle are. */
public interface CycleReconciliation {

    /**
     * Payments of one kind, bank and status.
     *
     * @param bank the bank they were instructed at; null when they were not
     * @param status a {@link id.pkh.disbursement.instruction.domain.ShownStatus}
     */
    record Position(String kind, String bank, String status, long payments, long amountIdr) {

        Tally tally() {
            return new Tally(payments, amountIdr);
        }
    }

    /** Every payable payment of the cycle in exactly one position: that of its latest attempt. */
    List<Position> positions(UUID cycleId);

    /** Batches whose instructions do not add up to the figures of the batch, and the difference. */
    Tally unbalancedBatches(UUID cycleId);

    /** Payments whose attempts were credited more than once and not returned, and the surplus. */
    Tally paidTwice(UUID cycleId);
}
