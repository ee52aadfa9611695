package id.pkh.disbursement.report;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.batch.Batches;
import id.pkh.disbursement.batch.domain.Batch;
import id.pkh.disbursement.batch.domain.BatchStatus;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.exceptions.BankExceptions.About;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.report.Reports.Report;
import id.pkh.disbursement.report.Reports.ReportStatus;
import id.pkh.disbursement.report.domain.ReportKind;
import id.pkh.disbursement.report.domain.ReportTotals.Fault;
import id.pkh.disbursement.report.file.ReportParts.Group;
import id.pkh.disbursement.report.file.UnreadableReport;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Stores all lines of a report, or none, before any line has an effect. A report with wrong totals
 * or a missing end is stored with an exception and changes no payment.
 */
@ApplicationScoped
class StageReport {

    private static final String FILE_CUT = "FILE_CUT";

    private final Reports reports;
    private final ReportLines reportLines;
    private final WithheldLines withheldLines;
    private final KeepStatements keepStatements;
    private final CorrectReport correctReport;
    private final Batches batches;
    private final BankExceptions exceptions;
    private final SentAttempts sentAttempts;
    private final ReasonTable reasonTable;
    private final ReadReport readReport;
    private final Jobs jobs;
    private final DisbursementConfig config;
    private final Clock clock;

    StageReport(
            Reports reports,
            ReportLines reportLines,
            WithheldLines withheldLines,
            KeepStatements keepStatements,
            CorrectReport correctReport,
            Batches batches,
            BankExceptions exceptions,
            SentAttempts sentAttempts,
            ReasonTable reasonTable,
            ReadReport readReport,
            Jobs jobs,
            DisbursementConfig config,
            Clock clock) {
        this.reports = reports;
        this.reportLines = reportLines;
        this.withheldLines = withheldLines;
        this.keepStatements = keepStatements;
        this.correctReport = correctReport;
        this.batches = batches;
        this.exceptions = exceptions;
        this.sentAttempts = sentAttempts;
        this.reasonTable = reasonTable;
        this.readReport = readReport;
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
    }

    /** Another request has just staged the same bytes. */
    static final class StagedMeanwhile extends RuntimeException {
        StagedMeanwhile() {
            super("another request has staged the same report", null, false, false);
        }
    }

    /**
     * @param signedWith the key of the bank with which it is signed; null where it is not
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void handle(ReceivedReport received, UUID signedWith) {
        ReportLineWriter writer =
                new ReportLineWriter(
                        reportLines,
                        reasonTable.on(BusinessDates.today(clock)),
                        config.bank().reportChunkLines(),
                        group -> begin(received, signedWith, group));
        try {
            readReport.handle(received, writer);
            writer.end();
        } catch (UnreadableReport unreadable) {
            if (!unreadable.isCut() || !writer.hasBegun()) {
                throw refused(unreadable.code(), unreadable.details());
            }
            notBelieved(
                    writer,
                    received.bank(),
                    ReportStatus.PARTIAL,
                    ExceptionClass.PARTIAL_FILE,
                    FILE_CUT,
                    unreadable.details());
            return;
        } catch (IOException unread) {
            throw new UncheckedIOException("a report could not be read", unread);
        }
        writer.fault()
                .ifPresentOrElse(
                        fault ->
                                notBelieved(
                                        writer,
                                        received.bank(),
                                        ReportStatus.WITHHELD,
                                        ExceptionClass.CONTROL_TOTAL_MISMATCH,
                                        fault.code(),
                                        detailsOf(fault, writer)),
                        () -> staged(writer, received, signedWith));
    }

    static Refused refused(String code, Map<String, String> details) {
        Refused refused = Refused.because(code);
        details.forEach(refused::with);
        return refused;
    }

    private static Map<String, String> detailsOf(Fault fault, ReportLineWriter writer) {
        return Map.of(
                "total",
                fault.code(),
                "found",
                fault.found(),
                "expected",
                fault.expected(),
                "message_id",
                writer.about());
    }

    /**
     * Nothing of the report has an effect before its job applies it. The job of a report that is
     * not the bank's own word is planned when a second person has confirmed it. The channel of the
     * bank alone does not prove a status that moves all payments of a file, and two persons decide
     * about a correction.
     */
    private void staged(ReportLineWriter writer, ReceivedReport received, UUID signedWith) {
        UUID reportId = writer.reportId();
        List<Batch> named = namedBatches(writer, received);
        keepStatements.handle(reportId, received.bank(), writer.statements());
        UUID corrects = correctReport.corrected(reportId);
        boolean waits =
                !received.channel().isOfBank()
                        || writer.movesAll() && signedWith == null
                        || corrects != null;
        reports.staged(
                reportId,
                writer.lines(),
                writer.movesAll(),
                corrects,
                waits ? ReportStatus.AWAITING_CONFIRMATION : ReportStatus.STAGED);
        if (waits) {
            return;
        }
        jobs.plan(
                reportId,
                ReportWork.order(
                        reportId,
                        writer.about(),
                        named.isEmpty() ? null : ConfirmReport.lastSent(named),
                        reportLines.countChunks(reportId),
                        received.receivedBy()));
    }

    /** The batches of a notification are known when all of it is read. */
    private List<Batch> namedBatches(ReportLineWriter writer, ReceivedReport received) {
        if (writer.batch() != null) {
            return List.of(writer.batch());
        }
        List<UUID> ids = sentAttempts.namedBatches(writer.reportId(), received.bank());
        List<Batch> named = ids.stream().map(id -> batches.byId(id).orElseThrow()).toList();
        if (!received.channel().isOfBank()) {
            named.forEach(batch -> ConfirmReport.requireNoPart(received.receivedBy(), batch));
        }
        sentAttempts.addBatches(writer.reportId(), ids);
        return named;
    }

    private Batch batchOf(ReceivedReport received, Group group) {
        Batch batch =
                batches.byMessageId(group.originalMessageId())
                        .orElseThrow(() -> Refused.because("REPORT_BATCH_UNKNOWN"));
        if (!batch.bank().equals(received.bank())) {
            throw Refused.because("REPORT_OF_OTHER_BANK").with("bank", received.bank());
        }
        if (batch.status() != BatchStatus.SENT) {
            throw Refused.because("REPORT_BATCH_NOT_SENT")
                    .with("message_id", batch.messageId())
                    .with("status", batch.status().name());
        }
        if (!received.channel().isOfBank()) {
            ConfirmReport.requireNoPart(received.receivedBy(), batch);
        }
        return batch;
    }

    private ReportLineWriter.Begun begin(ReceivedReport received, UUID signedWith, Group group) {
        Batch batch = group.originalMessageId() == null ? null : batchOf(received, group);
        UUID reportId = UuidCreator.getTimeOrderedEpoch();
        boolean added =
                reports.add(
                        new Report(
                                reportId,
                                received.bank(),
                                received.sha256(),
                                received.bytes(),
                                received.filename(),
                                ReportKind.of(group.namespace()).orElseThrow(),
                                group.namespace(),
                                group.messageId(),
                                batch == null ? null : batch.batchId(),
                                group.status(),
                                received.channel().isOfBank()
                                        ? ReportStatus.STAGED
                                        : ReportStatus.AWAITING_CONFIRMATION,
                                0,
                                0,
                                Map.of(),
                                Map.of(),
                                received.channel(),
                                received.receivedBy(),
                                clock.instant(),
                                null,
                                null,
                                null,
                                null,
                                signedWith,
                                false,
                                null,
                                null));
        if (!added) {
            throw new StagedMeanwhile();
        }
        return new ReportLineWriter.Begun(reportId, batch);
    }

    private void notBelieved(
            ReportLineWriter writer,
            String bank,
            ReportStatus status,
            ExceptionClass exceptionClass,
            String reason,
            Map<String, String> fault) {
        Batch batch = writer.batch();
        writer.flush();
        withheldLines.handle(writer.reportId());
        reports.notBelieved(writer.reportId(), status, writer.lines(), fault, clock.instant());
        exceptions.add(
                List.of(
                        BankException.found(
                                UuidCreator.getTimeOrderedEpoch(),
                                exceptionClass.name(),
                                reason,
                                new About(
                                        bank,
                                        batch == null ? null : batch.cycleId(),
                                        null,
                                        null,
                                        null,
                                        batch == null ? null : batch.batchId(),
                                        null,
                                        writer.reportId(),
                                        null,
                                        null),
                                clock.instant())));
    }
}
