package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.payment.PaymentLists;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The payments of families in the areas of the caller. */
@ApplicationScoped
class VisiblePayments {

    private final PaymentLists payments;
    private final Caller caller;

    VisiblePayments(PaymentLists payments, Caller caller) {
        this.payments = payments;
        this.caller = caller;
    }

    /** Refuses a payment outside the areas as if it did not exist. */
    void require(UUID paymentId) {
        caller.areas()
                .require(
                        payments.one(paymentId)
                                .orElseThrow(() -> Refused.because("NOT_FOUND"))
                                .villageCode());
    }
}
