package id.pkh.disbursement.money;

import id.pkh.disbursement.money.UntoldMoney.Moved;
import id.pkh.disbursement.payment.LockedFamilies;
import id.pkh.disbursement.payment.PaymentFamilies;
import id.pkh.platform.messaging.trace.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Tells others what has moved at the banks. That something is to be told was written with the move;
 * what is told is taken off the list in the transaction that writes the events, so each is told
 * once however often somebody begins.
 */
@ApplicationScoped
public class TellMoney {

    /** Pages of instructions whose moves are told in one transaction. */
    private static final int MOVED_AT_ONCE = 5;

    private final UntoldMoney untold;
    private final PaymentFamilies families;
    private final MoneyAnnouncements announcements;

    TellMoney(UntoldMoney untold, PaymentFamilies families, MoneyAnnouncements announcements) {
        this.untold = untold;
        this.families = families;
        this.announcements = announcements;
    }

    /** Returns whether there may be more. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean handle() {
        if (!untold.claim()) {
            return false;
        }
        List<Moved> some = untold.next(MOVED_AT_ONCE);
        LockedFamilies locked =
                families.lockKnown(
                        some.stream()
                                .flatMap(moved -> moved.news().stream())
                                .map(MoneyNews::kpmId)
                                .distinct()
                                .toList());
        for (Moved moved : some) {
            new Causation(
                            moved.act().correlationId(),
                            moved.act().causationId(),
                            moved.act().traceparent())
                    .run(() -> announcements.announce(moved.news(), locked, moved.at()));
        }
        families.saveVersions(locked);
        untold.told(some);
        return !some.isEmpty();
    }
}
