package id.pkh.disbursement.quarter;

import id.pkh.disbursement.quarter.domain.ClosedQuarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Verification has closed a quarter, so the cycles that wait for it can proceed. */
@ApplicationScoped
public class RecordClosedQuarter {

    private final ClosedQuarters quarters;

    RecordClosedQuarter(ClosedQuarters quarters) {
        this.quarters = quarters;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(ClosedQuarter closed) {
        quarters.add(closed);
    }
}
