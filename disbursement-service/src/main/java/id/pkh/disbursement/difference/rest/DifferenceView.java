package id.pkh.disbursement.difference.rest;

import id.pkh.disbursement.difference.CompareCycles.FamilyDifference;
import id.pkh.disbursement.difference.domain.Difference.Cause;
import id.pkh.disbursement.difference.domain.DifferenceKind;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "PaymentDifference",
        description = "What a family is paid, compared with the cycle before.")
record DifferenceView(
        UUID kpmId,
        String villageCode,
        @Schema(nullable = true, description = "The payment of this cycle") UUID paymentId,
        @Schema(nullable = true, description = "The payment of the cycle before")
                UUID formerPaymentId,
        @Schema(implementation = DifferenceKind.class) String kind,
        @Schema(description = "What was paid; 0 when nothing was") long formerIdr,
        @Schema(description = "What is paid; 0 when nothing is") long presentIdr,
        @Schema(description = "What the difference comes from") List<CauseView> causes) {

    static DifferenceView of(FamilyDifference difference, Function<String, String> words) {
        var family = difference.family();
        return new DifferenceView(
                family.kpmId(),
                family.villageCode(),
                family.paymentId(),
                family.formerPaymentId(),
                difference.difference().kind().name(),
                family.former().paidIdr(),
                family.present().paidIdr(),
                difference.difference().causes().stream()
                        .map(cause -> CauseView.of(cause, words))
                        .toList());
    }

    @Schema(name = "DifferenceCause")
    record CauseView(
            String code,
            @Schema(nullable = true, description = "In the caller's language, if it has a text")
                    String text,
            @Schema(nullable = true, description = "Missing when it concerns the family")
                    UUID memberId,
            @Schema(nullable = true) String component) {

        static CauseView of(Cause cause, Function<String, String> words) {
            return new CauseView(
                    cause.code(), words.apply(cause.code()), cause.memberId(), cause.component());
        }
    }
}
