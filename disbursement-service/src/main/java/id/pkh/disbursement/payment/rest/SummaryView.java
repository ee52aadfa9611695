package id.pkh.disbursement.payment.rest;

import id.pkh.disbursement.payment.PaymentLists.ReasonCount;
import id.pkh.disbursement.payment.PaymentLists.StatusSum;
import id.pkh.disbursement.payment.domain.PaymentKind;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "CycleSummary",
        description = "Counts and sums of a cycle's payments in the caller's areas.")
record SummaryView(
        String cycleCode,
        long payablePayments,
        long payableIdr,
        long heldPayments,
        long heldIdr,
        long forfeitedPayments,
        long forfeitedIdr,
        long compensatingPayments,
        long compensatingIdr,
        @Schema(description = "Regular payments of families with a warning in effect")
                long warnedPayments,
        @Schema(description = "Families that are not eligible") long notEligibleFamilies,
        @Schema(description = "All payments by kind and status") List<StatusView> statuses,
        @Schema(description = "Families that are not eligible, by reason")
                List<ReasonView> notEligible) {

    static SummaryView of(String cycleCode, List<StatusSum> sums, List<ReasonCount> nothing) {
        StatusSum payable = find(sums, PaymentKind.REGULAR, PaymentStatus.PAYABLE);
        StatusSum held = find(sums, PaymentKind.REGULAR, PaymentStatus.HELD);
        StatusSum forfeited = find(sums, PaymentKind.REGULAR, PaymentStatus.FORFEITED);
        StatusSum compensating = find(sums, PaymentKind.COMPENSATING, PaymentStatus.PAYABLE);
        return new SummaryView(
                cycleCode,
                payable.payments(),
                payable.amountIdr(),
                held.payments(),
                held.amountIdr(),
                forfeited.payments(),
                forfeited.amountIdr(),
                compensating.payments(),
                compensating.amountIdr(),
                payable.warned() + held.warned() + forfeited.warned(),
                nothing.stream().mapToLong(ReasonCount::families).sum(),
                sums.stream().map(StatusView::of).toList(),
                nothing.stream().map(r -> new ReasonView(r.reason(), r.families())).toList());
    }

    private static StatusSum find(List<StatusSum> sums, PaymentKind kind, PaymentStatus status) {
        return sums.stream()
                .filter(sum -> sum.kind().equals(kind.name()))
                .filter(sum -> sum.status().equals(status.name()))
                .findFirst()
                .orElse(new StatusSum(kind.name(), status.name(), 0, 0, 0));
    }

    @Schema(name = "PaymentStatusSum", description = "Payments of one kind and status.")
    record StatusView(
            @Schema(implementation = PaymentKind.class) String kind,
            @Schema(implementation = PaymentStatus.class) String status,
            long payments,
            long amountIdr,
            long warned) {
        static StatusView of(StatusSum sum) {
            return new StatusView(
                    sum.kind(), sum.status(), sum.payments(), sum.amountIdr(), sum.warned());
        }
    }

    @Schema(
            name = "NotEligibleReason",
            description = "Families that are not eligible for one reason.")
    record ReasonView(String reason, long families) {}
}
