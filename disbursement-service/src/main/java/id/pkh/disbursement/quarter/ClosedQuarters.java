package id.pkh.disbursement.quarter;

import id.pkh.disbursement.quarter.domain.ClosedQuarter;
import id.pkh.disbursement.quarter.domain.QuarterProgress;
import java.util.Optional;
import java.util.UUID;

/** The quarters that verification has closed. */
public interface ClosedQuarters {

    /** Saves a closing; one that is known is left as it is. */
    void add(ClosedQuarter closed);

    /** Whether a quarter is closed nowhere, somewhere, or in the country as a whole. */
    QuarterProgress progress(String period);

    /** Whether a cycle waits at all: those of before the closings were published do not. */
    boolean isAwaitedBy(UUID cycleId);

    /**
     * A sub-district with active or suspended families in which a quarter is not closed; empty when
     * there is none.
     */
    Optional<String> firstOpenArea(String period);
}
