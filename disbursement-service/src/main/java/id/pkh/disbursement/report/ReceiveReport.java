package id.pkh.disbursement.report;

import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.disbursement.report.Reports.ReportStatus;
import id.pkh.platform.jobs.Jobs;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Receives a bank's report: reads all of it, then waits a while for the job that applies it. A
 * report with the same bytes changes nothing; if its job has failed, it is resumed. A report that a
 * person of the ministry brings in on a bank's behalf waits for a second person instead.
 */
@ApplicationScoped
public class ReceiveReport {

    private static final Logger LOG = Logger.getLogger(ReceiveReport.class);
    private static final int STAGING_TIMEOUT_SECONDS = 3_600;

    /** The report, and whether the same bytes were received before. */
    public record Received(Report report, boolean repeated) {}

    private final Reports reports;
    private final StageReport stageReport;
    private final ConfirmReport confirmReport;
    private final Jobs jobs;
    private final DisbursementConfig config;

    ReceiveReport(
            Reports reports,
            StageReport stageReport,
            ConfirmReport confirmReport,
            Jobs jobs,
            DisbursementConfig config) {
        this.reports = reports;
        this.stageReport = stageReport;
        this.confirmReport = confirmReport;
        this.jobs = jobs;
        this.config = config;
    }

    /** Refuses a report that is withheld, with the id under which it is stored. */
    public Received handle(ReceivedReport received) {
        boolean repeated = find(received).isPresent();
        long begun = System.nanoTime();
        if (!repeated) {
            stage(received);
        }
        long staged = System.nanoTime();
        Report report = confirmedIfDelivered(received);
        if (report.status() == ReportStatus.STAGED) {
            jobs.resumeFailed(report.reportId());
            jobs.await(report.reportId(), config.bank().reportWait());
        }
        LOG.infof(
                "report %s of %s, %d lines: read within %d ms, awaited for %d ms",
                report.reportId(),
                report.bank(),
                report.lines(),
                (staged - begun) / 1_000_000,
                (System.nanoTime() - staged) / 1_000_000);
        Report applied = again(report);
        refuseUnlessBelieved(applied);
        return new Received(applied, repeated);
    }

    private void stage(ReceivedReport received) {
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(STAGING_TIMEOUT_SECONDS)
                    .run(() -> stageReport.handle(received));
        } catch (StageReport.StagedMeanwhile sameBytes) {
            // another request has received the same report
        }
    }

    /** What waits for a second person is confirmed when the bank itself delivers it. */
    private Report confirmedIfDelivered(ReceivedReport received) {
        Report report = find(received).orElseThrow();
        if (report.status() != ReportStatus.AWAITING_CONFIRMATION
                || !received.channel().isOfBank()) {
            return report;
        }
        QuarkusTransaction.requiringNew()
                .run(() -> confirmReport.confirmByBank(report.reportId(), received.receivedBy()));
        return again(report);
    }

    private Report again(Report report) {
        return QuarkusTransaction.requiringNew()
                .call(() -> reports.byId(report.reportId()).orElseThrow());
    }

    private Optional<Report> find(ReceivedReport received) {
        return QuarkusTransaction.requiringNew()
                .call(() -> reports.byBytes(received.bank(), received.sha256()));
    }

    private static void refuseUnlessBelieved(Report report) {
        if (report.status() == ReportStatus.PARTIAL) {
            throw StageReport.refused("REPORT_CUT", report.fault())
                    .with("report_id", report.reportId());
        }
        if (report.status() == ReportStatus.WITHHELD) {
            throw StageReport.refused("REPORT_TOTALS_DIFFER", report.fault())
                    .with("report_id", report.reportId());
        }
    }
}
