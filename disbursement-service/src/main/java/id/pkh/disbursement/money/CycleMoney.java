package id.pkh.disbursement.money;

import id.pkh.disbursement.money.domain.MoneyBalance.Tally;
import java.util.List;
import java.util.UUID;

/** Where the rupiah of a sealed cycle are. */
public interface CycleMoney {

    /** Not instructed so far, or no longer: held against nobody, and in no file. */
    String NOT_INSTRUCTED = "NOT_INSTRUCTED";

    /**
     * Payments of one kind, bank and state.
     *
     * @param bank the bank they were instructed at; null when they were not
     * @param state a money state, or NOT_INSTRUCTED
     */
    record Place(String kind, String bank, String state, long payments, long amountIdr) {

        Tally tally() {
            return new Tally(payments, amountIdr);
        }
    }

    /** Every payable payment of the cycle in exactly one place: that of its latest attempt. */
    List<Place> places(UUID cycleId);

    /** Batches whose instructions do not add up to what the batch says, and the rupiah between. */
    Tally unbalancedBatches(UUID cycleId);

    /** Payments whose attempts were credited more than once and not returned, and the surplus. */
    Tally paidTwice(UUID cycleId);
}
