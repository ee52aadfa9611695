package id.pkh.disbursement.report.rest;

import id.pkh.disbursement.report.Reports.Report;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A bank's report, and the outcomes of its lines.")
record ReportView(
        UUID reportId,
        String bank,
        UUID batchId,
        @Schema(description = "The bank's own id of the report") String messageId,
        String filename,
        String sha256,
        @Schema(
                        description =
                                "STAGED: being applied; APPLIED; WITHHELD: its totals do not "
                                        + "match; PARTIAL: cut off")
                String status,
        int lines,
        @Schema(
                        description =
                                "Lines by outcome: MATCHED, AMOUNT_DIFFERS, DUPLICATE, "
                                        + "UNKNOWN_REFERENCE, CONTRADICTS,"
                                        + " STATUS_UNKNOWN, WITHHELD")
                Map<String, Long> outcomes,
        @Schema(
                        description =
                                "Whether the same bytes were received before, so that nothing"
                                        + " changed")
                boolean repeated,
        String receivedBy,
        Instant receivedAt) {

    static ReportView of(Report report, boolean repeated) {
        Map<String, Long> named = new TreeMap<>();
        report.outcomes().forEach((outcome, lines) -> named.put(outcome.name(), lines));
        return new ReportView(
                report.reportId(),
                report.bank(),
                report.batchId(),
                report.messageId(),
                report.filename(),
                report.sha256(),
                report.status().name(),
                report.lines(),
                named,
                repeated,
                report.receivedBy(),
                report.receivedAt());
    }
}
