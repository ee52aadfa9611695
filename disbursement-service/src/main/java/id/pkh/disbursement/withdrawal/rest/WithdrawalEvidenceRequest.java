package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.withdrawal.domain.EvidenceKind;
import id.pkh.disbursement.withdrawal.domain.WithdrawalEvidence;
import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "WithdrawalEvidenceRequest",
        description = "What the report is based on, and where it is. No photo is uploaded.")
record WithdrawalEvidenceRequest(
        @NotNull EvidenceKind kind,
        @FreeText
                @Size(min = 1, max = 200)
                @Schema(nullable = true, description = "Where it is kept, without long numbers")
                String reference,
        @Pattern(regexp = "[0-9a-f]{64}")
                @Schema(nullable = true, description = "Of a photo, with PHOTO")
                String sha256) {

    WithdrawalEvidence toEvidence() {
        return new WithdrawalEvidence(kind, reference, sha256);
    }
}
