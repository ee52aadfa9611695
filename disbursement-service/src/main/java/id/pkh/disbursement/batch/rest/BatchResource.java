package id.pkh.disbursement.batch.rest;

import id.pkh.disbursement.batch.ApproveBatch;
import id.pkh.disbursement.batch.ApproveBatch.Approved;
import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.LockedBatch;
import id.pkh.disbursement.batch.RejectBatch;
import id.pkh.disbursement.batch.SendBatch;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.batch.rest.BatchRequests.ApprovalRequest;
import id.pkh.disbursement.batch.rest.BatchRequests.RejectionRequest;
import id.pkh.disbursement.batch.rest.BatchRequests.SendingRequest;
import id.pkh.disbursement.reason.Reason;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Idempotent;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/payment-batches/{batchId}")
@Tag(name = "Banks")
public class BatchResource {

    @Inject Batches batches;
    @Inject LockedBatch lockedBatch;
    @Inject ApproveBatch approveBatch;
    @Inject SendBatch sendBatch;
    @Inject RejectBatch rejectBatch;
    @Inject Caller caller;

    @GET
    @RolesAllowed(RoleSets.MONEY_READERS)
    @Refuses({"AREAS_DO_NOT_COVER_PAYMENTS"})
    @Operation(operationId = "getPaymentBatch", summary = "One batch")
    public BatchView one(@PathParam("batchId") UUID batchId) {
        Batch batch = batches.byId(batchId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        lockedBatch.requireWithin(batch, caller.areas());
        return BatchView.of(batch);
    }

    @POST
    @Path("/approval")
    @Idempotent
    @RolesAllowed(Roles.MINISTRY_APPROVER)
    @Refuses({
        "AREAS_DO_NOT_COVER_PAYMENTS",
        "BATCH_APPROVER_SEALED",
        "BATCH_CHANGED",
        "BATCH_EMPTY",
        "BATCH_FINDINGS_NOT_ACKNOWLEDGED",
        "BATCH_HASH_DIFFERS",
        "BATCH_NOT_PREPARED",
        "BATCH_SAME_PERSON"
    })
    @Operation(
            operationId = "approvePaymentBatch",
            summary = "Approve a prepared batch by its hash",
            description =
                    "Needs an Idempotency-Key, and a person who took no part in preparing the"
                            + " batch or in sealing its cycle. If something looks wrong about its"
                            + " payments, the approver acknowledges it by number and hash.")
    @Succeeds(status = 200, meaning = "Approved")
    public BatchView approve(
            @PathParam("batchId") UUID batchId, @NotNull @Valid ApprovalRequest request) {
        return BatchView.of(
                approveBatch.handle(
                        batchId,
                        new Approved(
                                request.listSha256(), request.findings(), request.findingsSha256()),
                        caller.subject(),
                        caller.areas()));
    }

    @POST
    @Path("/sending")
    @Idempotent
    @RolesAllowed(RoleSets.MINISTRY)
    @Refuses({
        "AREAS_DO_NOT_COVER_PAYMENTS",
        "BATCH_ALREADY_SENT",
        "BATCH_CHANGED",
        "BATCH_DISPUTED",
        "BATCH_HASH_DIFFERS",
        "BATCH_NOT_APPROVED",
        "BATCH_SAME_PERSON",
        "SP2D_EXCEEDED",
        "SP2D_NOT_RECORDED"
    })
    @Operation(
            operationId = "recordPaymentBatchSent",
            summary = "Record that the approved file was sent to the bank",
            description =
                    "Needs an Idempotency-Key, the hash of the list, and a third person. No more is"
                            + " sent to a bank than the treasury has given it for the cycle (SP2D).")
    @Succeeds(status = 200, meaning = "Sent")
    public BatchView send(
            @PathParam("batchId") UUID batchId, @NotNull @Valid SendingRequest request) {
        return BatchView.of(
                sendBatch.handle(batchId, request.listSha256(), caller.subject(), caller.areas()));
    }

    @POST
    @Path("/rejection")
    @Idempotent
    @RolesAllowed(Roles.MINISTRY_APPROVER)
    @Refuses({
        "AREAS_DO_NOT_COVER_PAYMENTS",
        "BATCH_ALREADY_SENT",
        "BATCH_FILE_GIVEN_OUT",
        "BATCH_HASH_DIFFERS",
        "BATCH_NOT_PREPARED",
        "BATCH_SAME_PERSON",
        "REASON_REQUIRED",
        "TEXT_HAS_CONTROL_CHARACTER",
        "TEXT_HAS_LONG_NUMBER"
    })
    @Operation(
            operationId = "rejectPaymentBatch",
            summary = "Reject a batch that was not sent; its payments can be prepared again",
            description =
                    "Needs an Idempotency-Key, the hash of the list, and a person who took no part "
                            + "in preparing the batch.")
    @Succeeds(status = 200, meaning = "Rejected")
    public BatchView reject(
            @PathParam("batchId") UUID batchId, @NotNull @Valid RejectionRequest request) {
        return BatchView.of(
                rejectBatch.handle(
                        batchId,
                        request.listSha256(),
                        new Reason(request.reason()),
                        caller.subject(),
                        caller.areas()));
    }
}
