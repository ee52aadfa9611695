package id.pkh.disbursement.payment.rest;

import id.pkh.disbursement.payment.PaymentLists.Change;
import id.pkh.disbursement.payment.PaymentLists.PaymentLine;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A payment and its history, the oldest change first.")
public record PaymentHistoryView(PaymentView payment, List<ChangeView> history) {

    static PaymentHistoryView of(PaymentLine line, List<Change> changes) {
        return new PaymentHistoryView(
                PaymentView.of(line), changes.stream().map(ChangeView::of).toList());
    }

    @Schema(name = "PaymentChange", description = "A change and its cause.")
    public record ChangeView(
            @Schema(
                            nullable = true,
                            description = "Null for the first change",
                            enumeration = {"PAYABLE", "HELD", "FORFEITED", "NOT_ELIGIBLE"})
                    String oldStatus,
            @Schema(implementation = PaymentStatus.class) String newStatus,
            long amountIdr,
            boolean warned,
            List<String> reasons,
            List<UUID> decisions,
            @Schema(description = "CALCULATION, or the type of the event that caused it")
                    String cause,
            @Schema(description = "Id of the calculation or of the event") String causeId,
            Instant recordedAt) {

        public static ChangeView of(Change change) {
            return new ChangeView(
                    change.oldStatus(),
                    change.newStatus(),
                    change.amountIdr(),
                    change.warned(),
                    change.reasons(),
                    change.blockedBy(),
                    change.cause(),
                    change.causeId(),
                    change.recordedAt());
        }
    }
}
