package id.pkh.disbursement.status.rest;

import id.pkh.disbursement.status.FamilyProgress;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "FamilyPaymentStatusList",
        description = "The lines of those of the families that lie in your areas.")
record PaymentProgressListView(List<PaymentProgressView> items) {

    static PaymentProgressListView of(List<FamilyProgress> families) {
        return new PaymentProgressListView(families.stream().map(PaymentProgressView::of).toList());
    }
}
