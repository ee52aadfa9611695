package id.pkh.disbursement.treasury;

import id.pkh.disbursement.treasury.domain.TreasuryBalance;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Nothing is sent to a bank above what the treasury has given for the cycle. */
@ApplicationScoped
public class RequireSp2d {

    private final Sp2ds sp2ds;

    RequireSp2d(Sp2ds sp2ds) {
        this.sp2ds = sp2ds;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(UUID cycleId, String bank, long amountIdr) {
        sp2ds.lock(cycleId, bank);
        TreasuryBalance balance = sp2ds.balance(cycleId, bank);
        balance.sendingRefusal(amountIdr)
                .ifPresent(
                        code -> {
                            throw Refused.because(code)
                                    .with("bank", bank)
                                    .with("batch_idr", amountIdr)
                                    .with("received_idr", balance.receivedIdr())
                                    .with("left_idr", balance.leftIdr());
                        });
    }
}
