package id.pkh.disbursement.report;

import id.pkh.disbursement.bankkey.CheckSignature;
import id.pkh.disbursement.bankkey.CheckSignature.Checked;
import id.pkh.disbursement.bankkey.signature.SignedBytes;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.quarantine.QuarantineFile;
import id.pkh.disbursement.quarantine.QuarantineFile.RefusedFile;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.disbursement.report.Reports.ReportStatus;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Receives a bank's report: checks its signature over the raw bytes, reads all of it, then waits a
 * while for the job that applies it. Without the signature that it needs, nothing of it is read. A
 * report with the same bytes changes nothing; if its job has failed, it is resumed. A report that a
 * person of the ministry brings in on a bank's behalf waits for a second person instead.
 */
@ApplicationScoped
public class ReceiveReport {

    public static final String REPORT_SIGNATURE_NOT_VALID = "REPORT_SIGNATURE_NOT_VALID";

    private static final Logger LOG = Logger.getLogger(ReceiveReport.class);
    private static final int STAGING_TIMEOUT_SECONDS = 3_600;

    /** The report, and whether the same bytes were received before. */
    public record Received(Report report, boolean repeated) {}

    private final CheckSignature checkSignature;
    private final QuarantineFile quarantineFile;
    private final Reports reports;
    private final StageReport stageReport;
    private final ConfirmReport confirmReport;
    private final Jobs jobs;
    private final DisbursementConfig config;

    ReceiveReport(
            CheckSignature checkSignature,
            QuarantineFile quarantineFile,
            Reports reports,
            StageReport stageReport,
            ConfirmReport confirmReport,
            Jobs jobs,
            DisbursementConfig config) {
        this.checkSignature = checkSignature;
        this.quarantineFile = quarantineFile;
        this.reports = reports;
        this.stageReport = stageReport;
        this.confirmReport = confirmReport;
        this.jobs = jobs;
        this.config = config;
    }

    /** Refuses a report that is withheld or in quarantine, with the id under which it is kept. */
    public Received handle(ReceivedReport received) {
        UUID signedWith = provedKey(received);
        boolean repeated = find(received).isPresent();
        long begun = System.nanoTime();
        if (!repeated) {
            stage(received, signedWith);
        }
        long staged = System.nanoTime();
        Report report = confirmedIfDelivered(received, signedWith);
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

    private UUID provedKey(ReceivedReport received) {
        SignedBytes bytes =
                new SignedBytes(received.path(), HexFormat.of().parseHex(received.sha256()));
        Checked checked = checkSignature.handle(bytes, received.signature(), received.bank());
        if (checked.result().opens()) {
            return checked.signedWith();
        }
        UUID fileId =
                quarantineFile.handle(
                        new RefusedFile(
                                received.bank(),
                                received.sha256(),
                                received.bytes(),
                                received.filename(),
                                received.channel().name(),
                                received.receivedBy(),
                                received.signature()),
                        checked);
        throw Refused.because(REPORT_SIGNATURE_NOT_VALID)
                .with("bank", received.bank())
                .with("signature", checked.result().name())
                .with("sha256", received.sha256())
                .with("file_id", fileId);
    }

    private void stage(ReceivedReport received, UUID signedWith) {
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(STAGING_TIMEOUT_SECONDS)
                    .run(() -> stageReport.handle(received, signedWith));
        } catch (StageReport.StagedMeanwhile sameBytes) {
            // another request has received the same report
        }
    }

    /** What waits for a second person is confirmed when the bank itself delivers it. */
    private Report confirmedIfDelivered(ReceivedReport received, UUID signedWith) {
        Report report = find(received).orElseThrow();
        if (report.status() != ReportStatus.AWAITING_CONFIRMATION
                || !received.channel().isOfBank()) {
            return report;
        }
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                confirmReport.confirmByBank(
                                        report.reportId(), received.receivedBy(), signedWith));
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
