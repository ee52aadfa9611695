package id.pkh.disbursement.withdrawal.rest;

import id.pkh.disbursement.withdrawal.PaymentKey;
import id.pkh.disbursement.withdrawal.StatedReport;
import id.pkh.platform.web.Refused;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WithdrawalReportsRequest", description = "Up to 100 reports, each for itself.")
record WithdrawalReportsRequest(
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Item> reports) {

    @Schema(name = "WithdrawalReportItem", description = "A report and its payment.")
    record Item(
            @Schema(
                            nullable = true,
                            description = "The payment, or in its place kpm_id and cycle_code")
                    UUID paymentId,
            @Schema(nullable = true) UUID kpmId,
            @Pattern(regexp = "[A-Z0-9][A-Z0-9-]*")
                    @Size(min = 1, max = 30)
                    @Schema(nullable = true, examples = "2026-T2")
                    String cycleCode,
            @NotNull @Valid WithdrawalReportRequest report) {

        StatedReport stated() {
            boolean namesPayment = paymentId != null && kpmId == null && cycleCode == null;
            boolean namesFamily = paymentId == null && kpmId != null && cycleCode != null;
            if (!namesPayment && !namesFamily) {
                throw Refused.because("PAYMENT_KEY_INVALID");
            }
            return report.about(
                    namesPayment ? PaymentKey.of(paymentId) : PaymentKey.of(kpmId, cycleCode));
        }
    }
}
