package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.exceptions.AskAboutMissing;
import id.pkh.disbursement.money.InstructionStatuses;
import id.pkh.disbursement.report.ReportLines.ReportLine;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.JobOrder;
import id.pkh.platform.jobs.JobWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Applies a staged report: each line gets its outcome. An item is a chunk of the report, named by
 * its first line. The job has the report's id, and starts when the sending of the batch is done, so
 * that the events of a payment keep their order.
 */
@ApplicationScoped
class ReportWork implements JobWork<Integer> {

    private static final String KIND = "bank-report";

    private final Reports reports;
    private final ReportLines reportLines;
    private final Batches batches;
    private final InstructionStatuses statuses;
    private final ApplyLines applyLines;
    private final ApplyBookings applyBookings;
    private final CorrectReport correctReport;
    private final SentAttempts sentAttempts;
    private final AskAboutMissing askAboutMissing;
    private final Clock clock;

    ReportWork(
            Reports reports,
            ReportLines reportLines,
            Batches batches,
            InstructionStatuses statuses,
            ApplyLines applyLines,
            ApplyBookings applyBookings,
            CorrectReport correctReport,
            SentAttempts sentAttempts,
            AskAboutMissing askAboutMissing,
            Clock clock) {
        this.reports = reports;
        this.reportLines = reportLines;
        this.batches = batches;
        this.statuses = statuses;
        this.applyLines = applyLines;
        this.applyBookings = applyBookings;
        this.correctReport = correctReport;
        this.sentAttempts = sentAttempts;
        this.askAboutMissing = askAboutMissing;
        this.clock = clock;
    }

    /**
     * A bank may send several reports about one batch, so the report's id is a part of the name.
     *
     * @param about message id of the batch, or the bank's own of a notification
     * @param lastSent the batch of the report that was sent last; null when it names none
     */
    static JobOrder order(
            UUID reportId, String about, UUID lastSent, long chunks, String receivedBy) {
        return new JobOrder(
                KIND, about + " " + reportId, reportId.toString(), chunks, receivedBy, lastSent);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Integer> next(Job job, Optional<Integer> after, int limit) {
        return reportLines.chunksAfter(reportId(job), after.orElse(0), limit);
    }

    @Override
    public void apply(Job job, List<Integer> firstLines) {
        Report report = reports.byId(reportId(job)).orElseThrow();
        if (report.batchId() == null) {
            firstLines.forEach(chunk -> applyBookings.handle(report, nextLines(report)));
            return;
        }
        Batch batch = batches.byId(report.batchId()).orElseThrow();
        statuses.lockBatch(batch.batchId());
        firstLines.forEach(chunk -> applyLines.handle(report.reportId(), batch, nextLines(report)));
    }

    private List<ReportLine> nextLines(Report report) {
        return reportLines.takeChunk(report.reportId()).orElseThrow().lines();
    }

    @Override
    public void finish(Job job) {
        Report report = reports.byId(reportId(job)).orElseThrow();
        Instant now = clock.instant();
        for (UUID batchId : batchesOf(report)) {
            statuses.lockBatch(batchId);
            askAboutMissing.handle(batchId, now);
        }
        correctReport.applied(report);
        reports.finish(report.reportId(), now);
    }

    private List<UUID> batchesOf(Report report) {
        return report.batchId() == null
                ? sentAttempts.batchesOf(report.reportId())
                : List.of(report.batchId());
    }

    @Override
    public String textOf(Integer firstLine) {
        return firstLine.toString();
    }

    @Override
    public Integer itemOf(String text) {
        return Integer.valueOf(text);
    }

    /** A chunk has thousands of lines, and is enough for one transaction. */
    @Override
    public int chunkItems() {
        return 1;
    }

    /** A report is applied only when all of its lines have an outcome. */
    @Override
    public boolean maySetAside() {
        return false;
    }

    private static UUID reportId(Job job) {
        return UUID.fromString(job.parameters());
    }
}
