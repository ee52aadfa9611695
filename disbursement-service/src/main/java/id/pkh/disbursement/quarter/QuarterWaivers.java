package id.pkh.disbursement.quarter;

import id.pkh.disbursement.quarter.domain.QuarterWaiver;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The waivers of cycles; a cycle has at most one that is in effect. */
public interface QuarterWaivers {

    void add(QuarterWaiver waiver);

    /** The waiver that is in effect. */
    Optional<QuarterWaiver> of(UUID cycleId);

    /** Returns false when none is in effect. */
    boolean withdraw(UUID cycleId, String by, Instant at);
}
