package id.pkh.disbursement.payment.rest;

import id.pkh.disbursement.payment.PaymentLists;
import id.pkh.disbursement.payment.PaymentLists.PaymentLine;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/payments")
@Tag(name = "Payments", description = "What families are paid, and why")
public class PaymentResource {

    private final PaymentLists lists;
    private final Caller caller;

    PaymentResource(PaymentLists lists, Caller caller) {
        this.lists = lists;
        this.caller = caller;
    }

    @GET
    @Path("/{paymentId}")
    @RolesAllowed(RoleSets.PROGRAMME_READERS)
    @Operation(operationId = "getPayment", summary = "One payment with its history")
    public PaymentHistoryView one(@PathParam("paymentId") UUID paymentId) {
        PaymentLine line = lists.one(paymentId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        caller.areas().require(line.villageCode());
        return PaymentHistoryView.of(line, lists.history(paymentId));
    }
}
