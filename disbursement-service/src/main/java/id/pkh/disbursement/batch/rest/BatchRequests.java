package id.pkh.disbursement.batch.rest;

import id.pkh.disbursement.batch.domain.TakingOutReason;
import id.pkh.disbursement.reason.Reason;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
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
            @NotNull @Schema(description = "list_sha256 of the batch that the approver has read")
                    String listSha256,
            @Min(0)
                    @Schema(
                            nullable = true,
                            description = "Number of the findings; required when there are any")
                    Long findings,
            @Schema(
                            nullable = true,
                            description = "findings_sha256 of the findings; required as well")
                    String findingsSha256) {}

    @Schema(name = "BatchSendingRequest", description = "The list that was sent.")
    record SendingRequest(
            @NotNull @Schema(description = "list_sha256 of the approved batch")
                    String listSha256) {}

    @Schema(name = "TakingOutRequest", description = "The payment to take out, and the reason.")
    record TakingOutRequest(
            @NotNull UUID paymentId,
            @NotNull @Schema(description = "list_sha256 of the batch that the person has read")
                    String listSha256,
            @NotNull @Schema(implementation = TakingOutReason.class) String reason,
            @Schema(
                            required = true,
                            maxLength = Reason.MAX_CHARS,
                            description = "Why, in the person's words")
                    String words) {}

    @Schema(
            name = "BatchRejectionRequest",
            description = "The list that must not be sent, and the reason.")
    record RejectionRequest(
            @NotNull @Schema(description = "list_sha256 of the batch that the approver has read")
                    String listSha256,
            @Schema(required = true, maxLength = Reason.MAX_CHARS) String reason) {}
}
