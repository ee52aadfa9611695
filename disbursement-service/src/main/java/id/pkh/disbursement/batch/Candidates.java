package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.PreparationRuns.Place;
import id.pkh.disbursement.batch.PreparationRuns.Run;
import id.pkh.platform.security.AreaScope;
import java.util.List;
import java.util.UUID;

/** Payable payments that no open attempt stands against. */
public interface Candidates {

    /**
     * @param attempts how often it was instructed before
     * @param kind REGULAR or COMPENSATING
     */
    record Candidate(
            UUID paymentId,
            UUID kpmId,
            String kind,
            String villageCode,
            long amountIdr,
            int attempts) {

        Place place() {
            return new Place(kpmId, kind);
        }
    }

    /** The next ones by family and kind. */
    List<Candidate> after(Run run, int limit);

    /** Whether every payable payment of the cycle lies in the areas. */
    boolean areWithin(UUID cycleId, AreaScope areas);
}
