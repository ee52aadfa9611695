package id.pkh.disbursement.report;

import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.reason.Reason;
import id.pkh.disbursement.report.Reports.Channel;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.disbursement.report.Reports.ReportStatus;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A report that a person of the ministry brought in on a bank's behalf waits. A second person, who
 * has no part in the batch either, confirms it by its hash or rejects it; the first person may
 * withdraw it. The bank itself confirms it by delivering the same bytes. What a bank states of all
 * payments of a file without a signature waits for two such persons, or for the signature. A file
 * that corrects an earlier one waits for two such persons.
 */
@ApplicationScoped
public class ConfirmReport {

    private final Reports reports;
    private final ReportLines reportLines;
    private final WithheldLines withheldLines;
    private final Batches batches;
    private final SentAttempts sentAttempts;
    private final Jobs jobs;
    private final Clock clock;

    ConfirmReport(
            Reports reports,
            ReportLines reportLines,
            WithheldLines withheldLines,
            Batches batches,
            SentAttempts sentAttempts,
            Jobs jobs,
            Clock clock) {
        this.reports = reports;
        this.reportLines = reportLines;
        this.withheldLines = withheldLines;
        this.batches = batches;
        this.sentAttempts = sentAttempts;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Confirms exactly these bytes. A job then applies them. */
    @Transactional
    public Report confirm(UUID reportId, String sha256, String person) {
        Report report = waiting(reportId);
        if (!report.sha256().equals(sha256)) {
            throw Refused.because("REPORT_HASH_DIFFERS").with("sha256", report.sha256());
        }
        if (report.receivedBy().equals(person) || isFirst(person, report)) {
            throw samePerson(about(report));
        }
        requireNoPart(person, report);
        if (report.needsTwo() && report.firstConfirmation() == null) {
            reports.confirmFirst(reportId, person, clock.instant());
            return reports.byId(reportId).orElseThrow();
        }
        reports.confirm(reportId, person, clock.instant());
        return apply(report, person);
    }

    /** The person who brought the report in withdraws it in the same way. */
    @Transactional
    public Report reject(UUID reportId, String sha256, Reason reason, String person) {
        Report report = waiting(reportId);
        if (!report.sha256().equals(sha256)) {
            throw Refused.because("REPORT_HASH_DIFFERS").with("sha256", report.sha256());
        }
        requireNoPart(person, report);
        withheldLines.handle(reportId);
        reports.reject(reportId, reason.text(), person, clock.instant());
        return reports.byId(reportId).orElseThrow();
    }

    /**
     * The bank has delivered the same bytes. Changes nothing when the report no longer waits, needs
     * a signature that the delivery does not have, or is a correction, about which people decide.
     *
     * @param signedWith the key of the bank with which the bytes are signed; null where they are
     *     not
     */
    @Transactional
    void confirmByBank(UUID reportId, String deliveredBy, UUID signedWith) {
        Report report = reports.lock(reportId).orElseThrow();
        if (report.status() != ReportStatus.AWAITING_CONFIRMATION
                || report.corrects() != null
                || report.movesAll() && signedWith == null) {
            return;
        }
        if (report.channel() == Channel.MINISTRY) {
            reports.confirm(reportId, deliveredBy, clock.instant());
        }
        if (report.signedWith() == null && signedWith != null) {
            reports.sign(reportId, signedWith);
        }
        apply(report, deliveredBy);
    }

    private static boolean isFirst(String person, Report report) {
        return report.firstConfirmation() != null && report.firstConfirmation().by().equals(person);
    }

    private void requireNoPart(String person, Report report) {
        batchesOf(report).forEach(batch -> requireNoPart(person, batch));
    }

    static void requireNoPart(String person, Batch batch) {
        if (batch.hasPart(person)) {
            throw samePerson(batch.messageId());
        }
    }

    private static Refused samePerson(String messageId) {
        return Refused.because("REPORT_SAME_PERSON").with("message_id", messageId);
    }

    private Report apply(Report report, String confirmedBy) {
        UUID reportId = report.reportId();
        List<Batch> named = batchesOf(report);
        jobs.plan(
                reportId,
                ReportWork.order(
                        reportId,
                        about(report),
                        named.isEmpty() ? null : lastSent(named),
                        reportLines.countChunks(reportId),
                        confirmedBy));
        return reports.byId(reportId).orElseThrow();
    }

    /** What is still being sent is posted before a report about it. */
    static UUID lastSent(List<Batch> batches) {
        return batches.stream()
                .max(Comparator.comparing(batch -> batch.sending().at()))
                .orElseThrow()
                .batchId();
    }

    private String about(Report report) {
        return report.batchId() == null ? report.messageId() : batchesOf(report).get(0).messageId();
    }

    private Report waiting(UUID reportId) {
        Report report = reports.lock(reportId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        if (report.status() != ReportStatus.AWAITING_CONFIRMATION) {
            throw Refused.because("REPORT_NOT_WAITING").with("status", report.status().name());
        }
        return report;
    }

    private List<Batch> batchesOf(Report report) {
        List<UUID> ids =
                report.batchId() == null
                        ? sentAttempts.batchesOf(report.reportId())
                        : List.of(report.batchId());
        return ids.stream().map(id -> batches.byId(id).orElseThrow()).toList();
    }
}
