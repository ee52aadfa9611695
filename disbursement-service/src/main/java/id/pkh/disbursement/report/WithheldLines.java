package id.pkh.disbursement.report;

import id.pkh.disbursement.report.ReportLines.Chunk;
import id.pkh.disbursement.report.ReportLines.JudgedLine;
import id.pkh.disbursement.report.domain.LineOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Keeps the lines of a report that will never be applied, so that people can read them. */
@ApplicationScoped
class WithheldLines {

    private final ReportLines reportLines;

    WithheldLines(ReportLines reportLines) {
        this.reportLines = reportLines;
    }

    void handle(UUID reportId) {
        Optional<Chunk> next = reportLines.takeChunk(reportId);
        while (next.isPresent()) {
            reportLines.addLines(
                    reportId,
                    next.get().lines().stream()
                            .map(line -> new JudgedLine(line, LineOutcome.WITHHELD, null))
                            .toList());
            next = reportLines.takeChunk(reportId);
        }
    }
}
