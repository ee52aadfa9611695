package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.withdrawal.domain.EvidenceKind;
import id.pkh.disbursement.withdrawal.domain.WithdrawalEvidence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WithdrawalEvidence", description = "What the report is based on.")
record WithdrawalEvidenceView(
        EvidenceKind kind,
        @Schema(nullable = true, description = "Where it is kept") String reference,
        @Schema(nullable = true, description = "Of a photo") String sha256) {

    static WithdrawalEvidenceView of(WithdrawalEvidence evidence) {
        return new WithdrawalEvidenceView(evidence.kind(), evidence.reference(), evidence.sha256());
    }
}
