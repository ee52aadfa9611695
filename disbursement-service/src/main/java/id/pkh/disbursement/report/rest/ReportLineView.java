package id.pkh.disbursement.report.rest;

import id.pkh.disbursement.report.Reports.Line;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A line of a bank's answer.")
record ReportLineView(
        int lineNo,
        @Schema(nullable = true) String statusCode,
        @Schema(nullable = true, description = "The bank's own reason code") String reasonCode,
        @Schema(nullable = true) Long amountIdr,
        @Schema(nullable = true, description = "OTHER_CURRENCY, NOT_WHOLE_RUPIAH or UNREADABLE")
                String amountFault,
        @Schema(nullable = true, description = "Missing until it is applied") String outcome,
        @Schema(nullable = true) UUID instructionId) {

    static ReportLineView of(Line line) {
        return new ReportLineView(
                line.lineNo(),
                line.statusCode(),
                line.reasonCode(),
                line.amount().idr(),
                line.amount().fault(),
                line.outcome() == null ? null : line.outcome().name(),
                line.instructionId());
    }
}
