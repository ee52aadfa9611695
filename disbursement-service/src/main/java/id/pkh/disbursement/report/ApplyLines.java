package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.money.BatchReference;
import id.pkh.disbursement.money.PostStatusChanges;
import id.pkh.disbursement.money.StatusChangeSource;
import id.pkh.disbursement.report.ReportLines.ReportLine;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Applies some lines of a report in their order: each gets its outcome, once and permanently. */
@ApplicationScoped
class ApplyLines {

    private final Reports reports;
    private final ReportLines reportLines;
    private final MatchLines matchLines;
    private final PostStatusChanges postStatusChanges;
    private final BankExceptions exceptions;
    private final ReasonTable reasonTable;
    private final Clock clock;

    ApplyLines(
            Reports reports,
            ReportLines reportLines,
            MatchLines matchLines,
            PostStatusChanges postStatusChanges,
            BankExceptions exceptions,
            ReasonTable reasonTable,
            Clock clock) {
        this.reports = reports;
        this.reportLines = reportLines;
        this.matchLines = matchLines;
        this.postStatusChanges = postStatusChanges;
        this.exceptions = exceptions;
        this.reasonTable = reasonTable;
        this.clock = clock;
    }

    /** The caller has locked the batch. */
    void handle(UUID reportId, Batch batch, List<ReportLine> lines) {
        Instant now = clock.instant();
        JudgedLines judged = new JudgedLines(reportId, reasonTable.on(BusinessDates.on(now)));
        matchLines.handle(batch.batchId(), lines).forEach(judged::judge);
        reportLines.addLines(reportId, judged.lines());
        postStatusChanges.handle(
                new BatchReference(batch.batchId(), batch.bank(), batch.cycleCode()),
                judged.changes(),
                StatusChangeSource.bankReport(reportId, now));
        exceptions.add(
                judged.exceptions().stream()
                        .map(one -> one.about(reportId, batch.bank(), batch, now))
                        .toList());
        reports.advance(reportId, judged.outcomes());
    }
}
