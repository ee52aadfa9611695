package id.pkh.disbursement.batch.rest;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.batch.domain.Batch.Act;
import id.pkh.disbursement.batch.domain.BatchKind;
import id.pkh.disbursement.batch.domain.BatchStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PaymentBatch", description = "A file to a bank.")
record BatchView(
        UUID batchId,
        String cycleCode,
        String bank,
        @Schema(
                        implementation = BatchKind.class,
                        description =
                                "REGULAR: first attempts at the sealed list; SUPPLEMENTARY: "
                                        + "compensating payments and further attempts")
                String kind,
        int fileNo,
        String messageId,
        @Schema(implementation = BatchStatus.class) String status,
        @Schema(nullable = true, description = "Missing while the batch is being prepared")
                Long payments,
        @Schema(nullable = true) Long amountIdr,
        @Schema(
                        nullable = true,
                        description = "Number of accounts with an unusual length; only a warning")
                Long unusualAccounts,
        @Schema(nullable = true, description = "Hash of the list, which an approval must give")
                String listSha256,
        @Schema(description = "Payments that were taken out since the batch was prepared")
                int takenOutPayments,
        @Schema(description = "The people who took part in the preparation")
                List<String> preparedBy,
        @Schema(nullable = true) ActView approval,
        @Schema(
                        nullable = true,
                        description =
                                "When the file was first fetched; after that the batch cannot"
                                        + " be rejected")
                Instant fileGivenAt,
        @Schema(nullable = true) ActView sending,
        @Schema(nullable = true) ActView rejection,
        @Schema(nullable = true) String rejectionReason) {

    static BatchView of(Batch batch) {
        var figures = batch.figures();
        return new BatchView(
                batch.batchId(),
                batch.cycleCode(),
                batch.bank(),
                batch.kind().name(),
                batch.fileNo(),
                batch.messageId(),
                batch.status().name(),
                figures == null ? null : figures.payments(),
                figures == null ? null : figures.amountIdr(),
                figures == null ? null : figures.unusualAccounts(),
                figures == null ? null : figures.listSha256(),
                batch.takenOut(),
                batch.makers(),
                ActView.of(batch.approval()),
                batch.fileGivenAt(),
                ActView.of(batch.sending()),
                ActView.of(batch.rejection()),
                batch.rejectionReason());
    }

    @Schema(name = "BatchAct", description = "The person who acted, and the time.")
    record ActView(String by, Instant at) {
        static ActView of(Act act) {
            return act == null ? null : new ActView(act.by(), act.at());
        }
    }
}
