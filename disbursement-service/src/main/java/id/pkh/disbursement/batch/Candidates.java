package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.PreparationRuns.PaymentPosition;
import id.pkh.disbursement.batch.PreparationRuns.Run;
import id.pkh.platform.security.AreaScope;
import java.util.List;
import java.util.UUID;

/** Payable payments without an open attempt. */
public interface Candidates {

    /**
     * @param attempts number of earlier instructions for the payment
     * @param kind REGULAR or COMPENSATING
     */
    record Candidate(
            UUID paymentId,
            UUID kpmId,
            String kind,
            String villageCode,
            long amountIdr,
            int attempts) {

        PaymentPosition position() {
            return new PaymentPosition(kpmId, kind);
        }
    }

    /** Returns the next candidates by family and kind. */
    List<Candidate> after(Run run, int limit);

    /** Whether the families of all payable payments of the cycle live in the areas. */
    boolean areWithin(UUID cycleId, AreaScope areas);
}
