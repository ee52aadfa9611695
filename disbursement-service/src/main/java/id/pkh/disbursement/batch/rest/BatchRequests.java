package id.pkh.disbursement.batch.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is asked of batches. */
final class BatchRequests {

    private BatchRequests() {}

    @Schema(description = "What to prepare.")
    record PreparationRequest(
            @Schema(
                            nullable = true,
                            description =
                                    "Also try again what a bank rejected, or returned; false if left out")
                    Boolean includeFailed) {}

    @Schema(description = "What is approved.")
    record ApprovalRequest(
            @Schema(required = true, description = "list_sha256 of the batch as it was looked at")
                    String listSha256) {}

    @Schema(description = "Why a batch is not to be sent.")
    record RejectionRequest(
            @Schema(required = true, description = "Up to 500 characters") String reason) {}
}
