package id.pkh.disbursement.cycle.rest;

import id.pkh.disbursement.reason.Reason;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The requests about the seal of a cycle. Each names the list that it is about. */
final class SealRequests {

    private SealRequests() {}

    @Schema(
            name = "SealProposalRequest",
            description = "The list to seal, in the figures of the cycle's summary.")
    record ProposalRequest(
            @NotNull @Schema(description = "payable_payments of the summary") Long payablePayments,
            @NotNull @Schema(description = "payable_idr of the summary") Long payableIdr) {}

    @Schema(description = "The list to seal.")
    record SealRequest(
            @NotNull @Schema(description = "list_sha256 of the proposal that the approver has read")
                    String listSha256) {}

    @Schema(
            name = "SealWithdrawalRequest",
            description = "The proposal to withdraw, and the reason.")
    record WithdrawalRequest(
            @NotNull @Schema(description = "list_sha256 of the proposal") String listSha256,
            @Schema(required = true, maxLength = Reason.MAX_CHARS) String reason) {}
}
