package id.pkh.disbursement.situation.rest;

import id.pkh.disbursement.payment.PaymentLists;
import id.pkh.disbursement.payment.PaymentLists.PaymentLine;
import id.pkh.disbursement.situation.ExplainPayments;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Language;
import id.pkh.platform.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/payments/{paymentId}/situation")
@Tag(name = "Payments")
public class PaymentSituationResource {

    private final PaymentLists lists;
    private final ExplainPayments explainPayments;
    private final Caller caller;

    PaymentSituationResource(PaymentLists lists, ExplainPayments explainPayments, Caller caller) {
        this.lists = lists;
        this.explainPayments = explainPayments;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(
            operationId = "getPaymentSituation",
            summary = "Where the money of a payment is, why, and who does what next",
            description =
                    "The amount with its parts and rates, decisions that hold it, every change, the"
                            + " status at the bank, and the next step. Texts are in the language of"
                            + " Accept-Language.")
    public ExplainedPaymentView one(
            @PathParam("paymentId") UUID paymentId, @Context HttpHeaders headers) {
        PaymentLine line = lists.one(paymentId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        caller.areas().require(line.villageCode());
        PaymentSituationView situation =
                PaymentSituationView.of(
                        explainPayments.handle(List.of(line)).get(0), Language.of(headers), false);
        return ExplainedPaymentView.of(situation, lists.history(paymentId));
    }
}
