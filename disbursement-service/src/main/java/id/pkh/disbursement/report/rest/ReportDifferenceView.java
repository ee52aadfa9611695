package id.pkh.disbursement.report.rest;

import id.pkh.disbursement.report.CorrectedReports.Difference;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ReportDifference",
        description = "What a correction states otherwise than the file that it corrects.")
record ReportDifferenceView(
        @Schema(
                        enumeration = {"ADDED", "CHANGED", "REMOVED"},
                        description =
                                "REMOVED: the correction no longer lists the line; what the line had"
                                        + " moved stays, and two people settle it")
                String kind,
        @Schema(nullable = true) Integer lineNo,
        @Schema(nullable = true, description = "Line of the earlier file") Integer formerLineNo,
        @Schema(nullable = true) String statusCode,
        @Schema(nullable = true) String formerStatusCode,
        @Schema(nullable = true) String reasonCode,
        @Schema(nullable = true) String formerReasonCode,
        @Schema(nullable = true) Long amountIdr,
        @Schema(nullable = true) Long formerAmountIdr,
        @Schema(nullable = true, description = "Day of a booking") LocalDate bookedOn,
        @Schema(nullable = true) LocalDate formerBookedOn,
        @Schema(nullable = true, description = "Of the earlier line, where it matched")
                UUID instructionId) {

    static ReportDifferenceView of(Difference difference) {
        return new ReportDifferenceView(
                difference.kind(),
                difference.lineNo(),
                difference.formerLineNo(),
                difference.statusCode(),
                difference.formerStatusCode(),
                difference.reasonCode(),
                difference.formerReasonCode(),
                difference.amountIdr(),
                difference.formerAmountIdr(),
                difference.bookedOn(),
                difference.formerBookedOn(),
                difference.instructionId());
    }
}
