package id.pkh.disbursement.batch.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The requests to act on batches. */
final class BatchRequests {

    private BatchRequests() {}

    @Schema(description = "What to prepare.")
    record PreparationRequest(
            @Schema(
                            nullable = true,
                            description =
                                    "Whether to try again payments that a bank rejected or "
                                            + "returned; false by default")
                    Boolean includeFailed) {}

    @Schema(name = "BatchApprovalRequest", description = "The list to approve.")
    record ApprovalRequest(
            @Schema(
                            required = true,
                            description = "list_sha256 of the batch that the approver has read")
                    String listSha256) {}

    @Schema(name = "BatchSendingRequest", description = "The list that was sent.")
    record SendingRequest(
            @Schema(required = true, description = "list_sha256 of the approved batch")
                    String listSha256) {}

    @Schema(
            name = "BatchRejectionRequest",
            description = "The list that must not be sent, and the reason.")
    record RejectionRequest(
            @Schema(
                            required = true,
                            description = "list_sha256 of the batch that the approver has read")
                    String listSha256,
            @Schema(required = true, description = "Up to 500 characters") String reason) {}
}
