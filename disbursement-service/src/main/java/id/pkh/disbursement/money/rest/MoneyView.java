package id.pkh.disbursement.money.rest;

import id.pkh.disbursement.cycle.domain.CycleSeal;
import id.pkh.disbursement.money.CycleMoney.Place;
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

    static MoneyView of(
            String cycleCode,
            CycleSeal seal,
            List<Place> places,
            long unbalancedBatches,
            long paidTwice) {
        List<Place> regular = ofKind(places, PaymentKind.REGULAR);
        long payments = regular.stream().mapToLong(Place::payments).sum();
        long rupiah = regular.stream().mapToLong(Place::amountIdr).reduce(0, Math::addExact);
        boolean balanced =
                payments == seal.payable().payments()
                        && rupiah == seal.payable().amount().amount()
                        && unbalancedBatches == 0
                        && paidTwice == 0;
        return new MoneyView(
                cycleCode,
                seal.payable().payments(),
                seal.payable().amount().amount(),
                balanced,
                unbalancedBatches,
                paidTwice,
                regular.stream().map(PlaceView::of).toList(),
                ofKind(places, PaymentKind.COMPENSATING).stream().map(PlaceView::of).toList());
    }

    private static List<Place> ofKind(List<Place> places, PaymentKind kind) {
        return places.stream().filter(place -> place.kind().equals(kind.name())).toList();
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
