package id.pkh.disbursement.money;

import id.pkh.disbursement.cycle.domain.CycleSeal;
import id.pkh.disbursement.money.CycleMoney.Place;
import id.pkh.disbursement.money.domain.MoneyBalance;
import id.pkh.disbursement.money.domain.MoneyBalance.Tally;
import id.pkh.disbursement.payment.domain.PaymentKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** States where the money of a sealed cycle is, and whether it adds up. */
@ApplicationScoped
public class StateMoney {

    /** Where it is, and whether it adds up. */
    public record Statement(List<Place> places, MoneyBalance balance) {

        public Statement {
            places = List.copyOf(places);
        }
    }

    private final CycleMoney money;

    StateMoney(CycleMoney money) {
        this.money = money;
    }

    public Statement handle(UUID cycleId, CycleSeal seal) {
        return QuarkusTransaction.requiringNew().call(() -> state(cycleId, seal));
    }

    private Statement state(UUID cycleId, CycleSeal seal) {
        List<Place> places = money.places(cycleId);
        Tally placed =
                places.stream()
                        .filter(place -> place.kind().equals(PaymentKind.REGULAR.name()))
                        .map(Place::tally)
                        .reduce(Tally.NOTHING, Tally::plus);
        Tally sealed = new Tally(seal.payable().payments(), seal.payable().amount().amount());
        return new Statement(
                places,
                new MoneyBalance(
                        sealed,
                        placed,
                        money.unbalancedBatches(cycleId),
                        money.paidTwice(cycleId)));
    }
}
