package id.pkh.disbursement.batch.rest;

import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.LockedBatch;
import id.pkh.disbursement.batch.TakeOutPayment;
import id.pkh.disbursement.batch.TakeOutPayment.Wanted;
import id.pkh.disbursement.batch.TakenOutPayments;
import id.pkh.disbursement.batch.domain.TakingOutReason;
import id.pkh.disbursement.batch.rest.BatchRequests.TakingOutRequest;
import id.pkh.disbursement.reason.Reason;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/payment-batches/{batchId}/taken-out-payments")
@Tag(name = "Banks")
public class TakenOutPaymentResource {

    private final Batches batches;
    private final LockedBatch lockedBatch;
    private final TakeOutPayment takeOutPayment;
    private final TakenOutPayments takenOutPayments;
    private final Caller caller;

    TakenOutPaymentResource(
            Batches batches,
            LockedBatch lockedBatch,
            TakeOutPayment takeOutPayment,
            TakenOutPayments takenOutPayments,
            Caller caller) {
        this.batches = batches;
        this.lockedBatch = lockedBatch;
        this.takeOutPayment = takeOutPayment;
        this.takenOutPayments = takenOutPayments;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(RoleSets.MONEY_READERS)
    @Refuses({"AREAS_DO_NOT_COVER_PAYMENTS"})
    @Operation(
            operationId = "listTakenOutPayments",
            summary = "Payments that were taken out of a batch, by line")
    public Page<TakenOutPaymentView> list(
            @PathParam("batchId") UUID batchId, @BeanParam PageParams page) {
        lockedBatch.requireWithin(
                batches.byId(batchId).orElseThrow(() -> Refused.because("NOT_FOUND")),
                caller.areas());
        return Page.of(
                takenOutPayments.after(
                        batchId,
                        page.cursor().map(cursor -> (int) cursor.number(0)).orElse(0),
                        page.limit() + 1),
                page.limit(),
                line -> new Object[] {line.lineNo()},
                TakenOutPaymentView::of);
    }

    @POST
    @Idempotent
    @RolesAllowed(RoleSets.MINISTRY)
    @Refuses({
        "AREAS_DO_NOT_COVER_PAYMENTS",
        "BATCH_CHANGED",
        "BATCH_HASH_DIFFERS",
        "BATCH_NOT_PREPARED",
        "PAYMENT_NOT_IN_BATCH",
        "REASON_REQUIRED",
        "TAKING_OUT_REASON_UNKNOWN",
        "TEXT_HAS_CONTROL_CHARACTER",
        "TEXT_HAS_LONG_NUMBER"
    })
    @Operation(
            operationId = "takePaymentOut",
            summary = "Take one payment out of a batch that is not approved",
            description =
                    "Needs an Idempotency-Key and the hash of the list. The payment is held, and"
                            + " the family is asked, until two people settle it. The batch gets"
                            + " other totals and another hash, and the person who took the payment"
                            + " out neither approves nor sends what is left.")
    @Succeeds(status = 200, meaning = "Taken out; the batch as it is now")
    public BatchView takeOut(
            @PathParam("batchId") UUID batchId, @NotNull @Valid TakingOutRequest request) {
        TakingOutReason reason =
                TakingOutReason.of(request.reason())
                        .orElseThrow(() -> Refused.because("TAKING_OUT_REASON_UNKNOWN"));
        return BatchView.of(
                takeOutPayment.handle(
                        batchId,
                        new Wanted(
                                request.paymentId(),
                                request.listSha256(),
                                reason,
                                new Reason(request.words())),
                        caller.subject(),
                        caller.areas()));
    }
}
