package id.pkh.disbursement.withdrawal;

import id.pkh.disbursement.walk.BoundedWalk;
import id.pkh.disbursement.walk.BoundedWalk.Walked;
import id.pkh.disbursement.withdrawal.SentPayments.Position;
import id.pkh.disbursement.withdrawal.SentPayments.Selection;
import id.pkh.disbursement.withdrawal.SentPayments.SentPayment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;

/** Walks through the payments of a cycle and selects some of them by a rule. */
@ApplicationScoped
public class WalkPayments {

    private final SentPayments payments;

    WalkPayments(SentPayments payments) {
        this.payments = payments;
    }

    /**
     * @param from null for the beginning
     * @param select empty for a payment that is not in the list
     */
    public <T> Walked<T, Position> handle(
            Selection selection,
            Position from,
            int limit,
            Function<SentPayment, Optional<T>> select) {
        return new BoundedWalk<SentPayment, Position>(
                        (position, window) -> payments.after(selection, position, window),
                        SentPayment::position)
                .page(from, limit, select);
    }
}
