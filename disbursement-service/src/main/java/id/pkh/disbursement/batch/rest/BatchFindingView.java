package id.pkh.disbursement.batch.rest;

import id.pkh.disbursement.finding.BatchFindings.Finding;
import id.pkh.disbursement.finding.domain.BatchFindingKind;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "BatchFinding", description = "What looks wrong about a payment of a batch.")
record BatchFindingView(
        @Schema(description = "Line of the file") int lineNo,
        @Schema(
                        implementation = BatchFindingKind.class,
                        description =
                                "ACCOUNT_SHARED: other families are paid to the account in the"
                                        + " cycle; ACCOUNT_CHANGED: it was changed shortly before"
                                        + " the cycle; NAME_NEARLY, NAME_DIFFERENT: the bank has"
                                        + " last credited it under another name;"
                                        + " ACCOUNT_REFUSED_BEFORE: the bank refused it in the"
                                        + " cycle before")
                String kind,
        UUID paymentId,
        UUID kpmId,
        String villageCode,
        long amountIdr,
        @Schema(
                        nullable = true,
                        description =
                                "Number of other families, day of the change, or reason of the"
                                        + " refusal")
                String detail) {

    static BatchFindingView of(Finding finding) {
        return new BatchFindingView(
                finding.lineNo(),
                finding.kind(),
                finding.paymentId(),
                finding.kpmId(),
                finding.villageCode(),
                finding.amountIdr(),
                finding.detail());
    }
}
