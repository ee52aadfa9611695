package id.pkh.disbursement.money.rest;

import id.pkh.disbursement.instruction.domain.StatusAtBank;
import id.pkh.disbursement.money.CycleReconciliation.Position;
import id.pkh.disbursement.money.ReconcileCycle;
import id.pkh.disbursement.money.domain.MoneyBalance;
import id.pkh.disbursement.payment.domain.PaymentKind;
import id.pkh.disbursement.treasury.domain.TreasuryBalance;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "CycleMoney",
        description = "Where the money of a sealed cycle is, by bank and status.")
record MoneyView(
        String cycleCode,
        @Schema(description = "Number and total of the payments that the seal states as payable")
                long sealedPayments,
        long sealedIdr,
        @Schema(
                        description =
                                "Whether every rupiah of the seal has exactly one status, the"
                                        + " figures of every batch match its instructions, and no "
                                        + "payment was credited twice")
                boolean balanced,
        @Schema(description = "Batches whose figures do not match their instructions")
                long unbalancedBatches,
        @Schema(description = "Payments credited more than once") long paidTwice,
        List<PositionView> regular,
        @Schema(description = "Payments that were added after the seal to compensate held payments")
                List<PositionView> compensating,
        @Schema(description = "What the treasury has given to each bank, and what was sent of it")
                List<TreasuryView> treasury) {

    static MoneyView of(
            String cycleCode, ReconcileCycle.Statement statement, List<TreasuryBalance> treasury) {
        MoneyBalance balance = statement.balance();
        return new MoneyView(
                cycleCode,
                balance.sealed().count(),
                balance.sealed().amountIdr(),
                balance.isBalanced(),
                balance.unbalancedBatches().count(),
                balance.paidTwice().count(),
                ofKind(statement.positions(), PaymentKind.REGULAR),
                ofKind(statement.positions(), PaymentKind.COMPENSATING),
                treasury.stream().map(TreasuryView::of).toList());
    }

    private static List<PositionView> ofKind(List<Position> positions, PaymentKind kind) {
        return positions.stream()
                .filter(position -> position.kind().equals(kind.name()))
                .map(PositionView::of)
                .toList();
    }

    @Schema(name = "MoneyPosition", description = "Payments of one bank and status.")
    record PositionView(
            @Schema(nullable = true, description = "Missing when they were not instructed")
                    String bank,
            @Schema(implementation = StatusAtBank.class) String state,
            long payments,
            long amountIdr) {

        static PositionView of(Position position) {
            return new PositionView(
                    position.bank(), position.status(), position.payments(), position.amountIdr());
        }
    }

    @Schema(name = "TreasuryBalance", description = "The money of the treasury at one bank.")
    record TreasuryView(
            String bank,
            @Schema(description = "Documents (SP2D) in force") long documents,
            long receivedIdr,
            @Schema(description = "What was sent, without what the bank refused") long usedIdr,
            long leftIdr) {

        static TreasuryView of(TreasuryBalance balance) {
            return new TreasuryView(
                    balance.bank(),
                    balance.documents(),
                    balance.receivedIdr(),
                    balance.usedIdr(),
                    balance.leftIdr());
        }
    }
}
