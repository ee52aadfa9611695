package id.pkh.disbursement.cycle;

import id.pkh.disbursement.cycle.domain.CycleSeal;
import id.pkh.disbursement.cycle.domain.PaymentCycle;

/** Publishes the opening and the sealing of cycles. */
public interface CycleAnnouncements {

    void opened(PaymentCycle cycle, long version);

    void sealed(PaymentCycle cycle, CycleSeal seal, long version);
}
