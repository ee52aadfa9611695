package id.pkh.registry.transfer;

import id.pkh.registry.transfer.domain.TransferCodes.CaretakerEvidence;
import id.pkh.registry.transfer.domain.TransferCodes.TransferReason;
import id.pkh.registry.transfer.domain.TransferCodes.TransferRejection;
import id.pkh.registry.transfer.domain.TransferCodes.TransferState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ChildTransfer", description = "A child who lives with another family.")
record TransferView(
        UUID transferId,
        UUID memberId,
        TransferFamilyView from,
        TransferFamilyView to,
        @Schema(nullable = true, description = "the child in the other family, once confirmed")
                UUID joinedMemberId,
        TransferReason reason,
        CaretakerEvidence releasingEvidence,
        CaretakerEvidence receivingEvidence,
        String evidenceReference,
        LocalDate effectiveOn,
        TransferState state,
        @Schema(nullable = true) TransferRejection rejection,
        String proposedBy,
        Instant proposedAt,
        @Schema(nullable = true) String decidedBy,
        @Schema(nullable = true) Instant decidedAt) {

    @Schema(name = "TransferFamily", description = "One of the two families.")
    record TransferFamilyView(UUID kpmId, String villageCode) {}
}
