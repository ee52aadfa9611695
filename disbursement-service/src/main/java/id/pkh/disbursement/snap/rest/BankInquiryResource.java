package id.pkh.disbursement.snap.rest;

import id.pkh.disbursement.payment.PaymentLists;
import id.pkh.disbursement.snap.AskBank;
import id.pkh.disbursement.snap.BankInquiries;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Questions to the bank about one payment, and its answers. */
@Path("/api/v1/payments/{paymentId}/inquiries")
@Tag(name = "Banks")
public class BankInquiryResource {

    private static final int SHOWN = 50;

    private final AskBank askBank;
    private final BankInquiries inquiries;
    private final PaymentLists payments;
    private final Caller caller;

    BankInquiryResource(
            AskBank askBank, BankInquiries inquiries, PaymentLists payments, Caller caller) {
        this.askBank = askBank;
        this.inquiries = inquiries;
        this.payments = payments;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(RoleSets.MINISTRY)
    @Refuses({AskBank.BANK_NOT_ASKABLE, AskBank.PAYMENT_NOT_OPEN_AT_BANK})
    @Operation(
            operationId = "askBank",
            summary = "Ask the bank what became of a payment",
            description =
                    "Through SNAP BI, for a payment that was sent and has no outcome. The answer is evidence for the two"
                            + " people who settle the payment, and moves no money by itself.")
    @Succeeds(status = 201, meaning = "The bank was asked, and this is what it said")
    public RestResponse<BankInquiryView> ask(@PathParam("paymentId") UUID paymentId) {
        requireVisible(paymentId);
        return ResponseBuilder.create(
                        RestResponse.Status.CREATED,
                        BankInquiryView.of(askBank.handle(paymentId, caller.subject())))
                .build();
    }

    @GET
    @RolesAllowed({RoleSets.MINISTRY, Roles.AUDITOR})
    @Operation(
            operationId = "listBankInquiries",
            summary = "What the bank was asked about a payment, the latest first")
    public List<BankInquiryView> list(@PathParam("paymentId") UUID paymentId) {
        requireVisible(paymentId);
        return inquiries.of(paymentId, SHOWN).stream().map(BankInquiryView::of).toList();
    }

    private void requireVisible(UUID paymentId) {
        caller.areas()
                .require(
                        payments.one(paymentId)
                                .orElseThrow(() -> Refused.because("NOT_FOUND"))
                                .villageCode());
    }
}
