package id.pkh.disbursement.money;

import id.pkh.disbursement.cycle.domain.CycleSeal;
import id.pkh.disbursement.money.CycleReconciliation.Position;
import id.pkh.disbursement.money.domain.MoneyBalance;
import id.pkh.disbursement.money.domain.MoneyBalance.Tally;
import id.pkh.disbursement.payment.domain.PaymentKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reports where the money of a sealed cycle is, and whether the figures match. */
@ApplicationScoped
public class ReconcileCycle {

    /** The positions of the money, and whether the figures match. */
    public record Statement(List<Position> positions, MoneyBalance balance) {

        public Statement {
            positions = List.copyOf(positions);
        }
    }

    private final CycleReconciliation reconciliation;

    ReconcileCycle(CycleReconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    public Statement handle(UUID cycleId, CycleSeal seal) {
        return QuarkusTransaction.requiringNew().call(() -> reconcile(cycleId, seal));
    }

    private Statement reconcile(UUID cycleId, CycleSeal seal) {
        List<Position> positions = reconciliation.positions(cycleId);
        Tally placed =
                positions.stream()
                        .filter(position -> position.kind().equals(PaymentKind.REGULAR.name()))
                        .map(Position::tally)
                        .reduce(Tally.NOTHING, Tally::plus);
        Tally sealed =
                new Tally(
                        seal.list().payable().payments(), seal.list().payable().amount().amount());
        return new Statement(
                positions,
                new MoneyBalance(
                        sealed,
                        placed,
                        reconciliation.unbalancedBatches(cycleId),
                        reconciliation.paidTwice(cycleId)));
    }
}
