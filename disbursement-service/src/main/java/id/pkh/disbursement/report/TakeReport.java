package id.pkh.disbursement.report;

import id.pkh.disbursement.money.PostingFirst;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.disbursement.report.Reports.ReportStatus;
import id.pkh.platform.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Takes a bank's answer in: reads all of it, then applies it. The same bytes again change nothing;
 * where they were not applied to the end, it goes on from there.
 */
@ApplicationScoped
public class TakeReport {

    private static final Logger LOG = Logger.getLogger(TakeReport.class);
    private static final int STAGING_TIMEOUT_SECONDS = 3_600;

    /** The report, and whether it had been here before. */
    public record Taken(Report report, boolean repeated) {}

    private final Reports reports;
    private final StageReport stageReport;
    private final ApplyReport applyReport;
    private final PostingFirst postingFirst;
    private final Set<UUID> atWork = ConcurrentHashMap.newKeySet();

    TakeReport(
            Reports reports,
            StageReport stageReport,
            ApplyReport applyReport,
            PostingFirst postingFirst) {
        this.reports = reports;
        this.stageReport = stageReport;
        this.applyReport = applyReport;
        this.postingFirst = postingFirst;
    }

    /** Refuses a report that is not believed, with the id under which it is kept. */
    public Taken handle(ReceivedReport received) {
        Optional<Report> before = find(received);
        postingFirst.during(() -> post(received, before.isPresent()));
        Report report = find(received).orElseThrow();
        refuseUnlessBelieved(report);
        return new Taken(report, before.isPresent());
    }

    private void post(ReceivedReport received, boolean isStaged) {
        long begun = System.nanoTime();
        if (!isStaged) {
            stage(received);
        }
        long staged = System.nanoTime();
        Report report = find(received).orElseThrow();
        goOn(report.reportId());
        LOG.infof(
                "report %s of %s, %d lines: read within %d ms, applied within %d ms",
                report.reportId(),
                report.bank(),
                report.lines(),
                (staged - begun) / 1_000_000,
                (System.nanoTime() - staged) / 1_000_000);
    }

    /** Goes on with reports that nobody here is at; one that cannot be applied stops no other. */
    public void goOnWithLeft() {
        for (UUID reportId : reports.unfinished()) {
            if (!atWork.contains(reportId)) {
                try {
                    goOn(reportId);
                } catch (RuntimeException failed) {
                    LOG.errorf(failed, "report %s stays half applied and is tried again", reportId);
                }
            }
        }
    }

    private void goOn(UUID reportId) {
        boolean first = atWork.add(reportId);
        try {
            applyReport.handle(reportId);
        } finally {
            if (first) {
                atWork.remove(reportId);
            }
        }
    }

    private void stage(ReceivedReport received) {
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(STAGING_TIMEOUT_SECONDS)
                    .run(() -> stageReport.handle(received));
        } catch (StageReport.StagedMeanwhile sameBytes) {
            // the other one's report is this one
        }
    }

    private Optional<Report> find(ReceivedReport received) {
        return QuarkusTransaction.requiringNew()
                .call(() -> reports.byBytes(received.bank(), received.sha256()));
    }

    private static void refuseUnlessBelieved(Report report) {
        if (report.status() == ReportStatus.PARTIAL) {
            throw Refused.because("REPORT_CUT").with("report_id", report.reportId());
        }
        if (report.status() == ReportStatus.WITHHELD) {
            throw Refused.because("REPORT_TOTALS_DIFFER").with("report_id", report.reportId());
        }
    }
}
