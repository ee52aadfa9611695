package id.pkh.disbursement.cycle.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The requests about the seal of a cycle. Each names the list that it is about. */
final class SealRequests {

    private SealRequests() {}

    @Schema(
            name = "SealProposalRequest",
            description = "The list to seal, in the figures of the cycle's summary.")
    record ProposalRequest(
            @Schema(required = true, description = "payable_payments of the summary")
                    Long payablePayments,
            @Schema(required = true, description = "payable_idr of the summary") Long payableIdr) {}

    @Schema(description = "The list to seal.")
    record SealRequest(
            @Schema(
                            required = true,
                            description = "list_sha256 of the proposal that the approver has read")
                    String listSha256) {}

    @Schema(
            name = "SealWithdrawalRequest",
            description = "The proposal to withdraw, and the reason.")
    record WithdrawalRequest(
            @Schema(required = true, description = "list_sha256 of the proposal") String listSha256,
            @Schema(required = true, description = "Up to 500 characters") String reason) {}
}
