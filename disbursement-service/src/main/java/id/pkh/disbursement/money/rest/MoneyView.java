package id.pkh.disbursement.money.rest;

import id.pkh.disbursement.money.CycleMoney.Place;
import id.pkh.disbursement.money.StateMoney;
import id.pkh.disbursement.money.domain.MoneyBalance;
import id.pkh.disbursement.payment.domain.PaymentKind;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Where the rupiah of a sealed cycle are, by bank and state.")
record MoneyView(
        String cycleCode,
        @Schema(description = "Payments and rupiah of the seal that are to be paid")
                long sealedPayments,
        long sealedIdr,
        @Schema(
                        description =
                                "Whether every rupiah of the seal is in exactly one state, every batch adds up,"
                                        + " and nothing was credited twice")
                boolean balanced,
        @Schema(description = "Batches that do not add up") long unbalancedBatches,
        @Schema(description = "Payments credited more than once") long paidTwice,
        List<PlaceView> regular,
        @Schema(description = "Payments that came after the seal, in place of held ones")
                List<PlaceView> compensating) {

    static MoneyView of(String cycleCode, StateMoney.Statement statement) {
        MoneyBalance balance = statement.balance();
        return new MoneyView(
                cycleCode,
                balance.sealed().count(),
                balance.sealed().amountIdr(),
                balance.isBalanced(),
                balance.unbalancedBatches().count(),
                balance.paidTwice().count(),
                ofKind(statement.places(), PaymentKind.REGULAR),
                ofKind(statement.places(), PaymentKind.COMPENSATING));
    }

    private static List<PlaceView> ofKind(List<Place> places, PaymentKind kind) {
        return places.stream()
                .filter(place -> place.kind().equals(kind.name()))
                .map(PlaceView::of)
                .toList();
    }

    @Schema(description = "Payments of one bank and state.")
    record PlaceView(
            @Schema(nullable = true, description = "Missing when they were not instructed")
                    String bank,
            @Schema(
                            description =
                                    "NOT_INSTRUCTED, PLANNED, SEALED, APPROVED, SENT, ACCEPTED, REJECTED, UNKNOWN,"
                                            + " CREDITED or RETURNED")
                    String state,
            long payments,
            long amountIdr) {

        static PlaceView of(Place place) {
            return new PlaceView(place.bank(), place.state(), place.payments(), place.amountIdr());
        }
    }
}
