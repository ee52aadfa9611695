package id.pkh.disbursement.withdrawal;

import id.pkh.disbursement.withdrawal.SentPayments.Position;
import id.pkh.disbursement.withdrawal.SentPayments.Selection;
import id.pkh.disbursement.withdrawal.SentPayments.SentPayment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Walks through the payments of a cycle and selects some of them by a rule. A page examines a
 * bounded number of payments, so it can have few items, or none, although more follow: what the
 * rule selects can be rare, and no index knows the rule.
 */
@ApplicationScoped
public class WalkPayments {

    static final int EXAMINED_PAYMENTS_MAX = 20_000;
    private static final int WINDOW_PAYMENTS = 5_000;

    private final SentPayments payments;

    WalkPayments(SentPayments payments) {
        this.payments = payments;
    }

    /**
     * @param next where the next page begins; null at the end
     */
    public record Walked<T>(List<T> items, Position next) {}

    /**
     * @param from null for the beginning
     * @param select empty for a payment that is not in the list
     */
    public <T> Walked<T> handle(
            Selection selection,
            Position from,
            int limit,
            Function<SentPayment, Optional<T>> select) {
        List<T> items = new ArrayList<>();
        Position position = from;
        int window = limit + 1;
        for (int examined = 0; examined < EXAMINED_PAYMENTS_MAX; examined += window) {
            window = examined == 0 ? limit + 1 : WINDOW_PAYMENTS;
            List<SentPayment> read = payments.after(selection, position, window);
            for (int i = 0; i < read.size(); i++) {
                position = read.get(i).position();
                select.apply(read.get(i)).ifPresent(items::add);
                boolean isLast = i + 1 == read.size() && read.size() < window;
                if (items.size() == limit && !isLast) {
                    return new Walked<>(items, position);
                }
            }
            if (read.size() < window) {
                return new Walked<>(items, null);
            }
        }
        return new Walked<>(items, position);
    }
}
