package id.pkh.disbursement.situation.rest;

import id.pkh.disbursement.payment.PaymentLists.Change;
import id.pkh.disbursement.payment.rest.PaymentHistoryView.ChangeView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ExplainedPayment",
        description = "Where the money of a payment is, and how it came about, the oldest first.")
record ExplainedPaymentView(
        PaymentSituationView situation,
        @Schema(
                        description =
                                "Every calculation, hold, release and correction that changed the"
                                        + " payment")
                List<ChangeView> history) {

    static ExplainedPaymentView of(PaymentSituationView situation, List<Change> changes) {
        return new ExplainedPaymentView(situation, changes.stream().map(ChangeView::of).toList());
    }
}
