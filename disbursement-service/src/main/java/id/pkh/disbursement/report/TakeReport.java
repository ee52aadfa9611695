package id.pkh.disbursement.report;

import id.pkh.disbursement.report.Reports.Report;
import id.pkh.disbursement.report.Reports.ReportStatus;
import id.pkh.platform.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Takes a bank's answer in: reads all of it, then applies it chunk by chunk. The same bytes again
 * change nothing; where they were not applied to the end, it goes on from there.
 */
@ApplicationScoped
public class TakeReport {

    private static final int STAGING_TIMEOUT_SECONDS = 3_600;

    /** Each holds a connection and one more a lane; there are only so many. */
    private static final int REPORTS_AT_ONCE = 4;

    /** The report, and whether it had been here before. */
    public record Taken(Report report, boolean repeated) {}

    private final Reports reports;
    private final StageReport stageReport;
    private final ApplyReport applyReport;
    private final Set<UUID> atWork = ConcurrentHashMap.newKeySet();
    private final Semaphore turns = new Semaphore(REPORTS_AT_ONCE, true);

    TakeReport(Reports reports, StageReport stageReport, ApplyReport applyReport) {
        this.reports = reports;
        this.stageReport = stageReport;
        this.applyReport = applyReport;
    }

    /** Refuses a report that is not believed, with the id under which it is kept. */
    public Taken handle(ReceivedReport received) {
        Optional<Report> before = find(received);
        if (before.isEmpty()) {
            stage(received);
        }
        Report report = find(received).orElseThrow();
        goOn(report.reportId());
        report = find(received).orElseThrow();
        refuseUnlessBelieved(report);
        return new Taken(report, before.isPresent());
    }

    /** Goes on with reports that nobody here is at. */
    public void goOnWithLeft() {
        reports.unfinished().stream().filter(id -> !atWork.contains(id)).forEach(this::goOn);
    }

    /** Applies what is left of a report; where somebody else is at it, they take turns. */
    private void goOn(UUID reportId) {
        boolean first = atWork.add(reportId);
        try {
            boolean more = true;
            while (more) {
                more = next(reportId);
            }
        } finally {
            if (first) {
                atWork.remove(reportId);
            }
        }
    }

    private boolean next(UUID reportId) {
        turns.acquireUninterruptibly();
        try {
            return QuarkusTransaction.requiringNew().call(() -> applyReport.next(reportId));
        } finally {
            turns.release();
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
