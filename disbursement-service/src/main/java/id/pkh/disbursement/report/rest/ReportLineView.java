package id.pkh.disbursement.report.rest;

import id.pkh.disbursement.report.ReportLines.JudgedLine;
import id.pkh.disbursement.report.ReportLines.ReportLine;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "BankReportLine",
        description = "A line of a bank's report, with its outcome after it is applied.")
record ReportLineView(
        int lineNo,
        @Schema(nullable = true) String statusCode,
        @Schema(
                        nullable = true,
                        description = "The bank's own reason codes; several have | between them")
                String reasonCode,
        @Schema(
                        nullable = true,
                        maxLength = 140,
                        description = "What the bank adds in its own words, without long numbers")
                String reasonText,
        @Schema(nullable = true) Long amountIdr,
        @Schema(nullable = true, description = "Day of a booking") LocalDate bookedOn,
        @Schema(
                        nullable = true,
                        enumeration = {"OTHER_CURRENCY", "NOT_WHOLE_RUPIAH", "UNREADABLE"})
                String amountFault,
        @Schema(
                        nullable = true,
                        description = "Missing while the report waits",
                        enumeration = {
                            "MATCHED",
                            "AMOUNT_DIFFERS",
                            "DUPLICATE",
                            "UNKNOWN_REFERENCE",
                            "CONTRADICTS",
                            "STATUS_UNKNOWN",
                            "NOT_OURS",
                            "WITHHELD"
                        })
                String outcome,
        @Schema(nullable = true) UUID instructionId) {

    static ReportLineView of(JudgedLine judged) {
        return of(judged.line(), judged.outcome().name(), judged.instructionId());
    }

    static ReportLineView of(ReportLine waiting) {
        return of(waiting, null, null);
    }

    private static ReportLineView of(ReportLine line, String outcome, UUID instructionId) {
        return new ReportLineView(
                line.lineNo(),
                line.statusCode(),
                line.reasonCode(),
                line.reasonText(),
                line.amount().idr(),
                line.booking() == null ? null : line.booking().day(),
                line.amount().fault(),
                outcome,
                instructionId);
    }
}
